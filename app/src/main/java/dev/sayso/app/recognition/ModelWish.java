package dev.sayso.app.recognition;

import dev.sayso.engine.EngineOptions;

/// Which model a run wants, and how it is to be opened.
///
/// @param model the name of an installed one; empty: the best of them
/// @param options how it is opened; another value than that of the open model opens it anew
public record ModelWish(String model, EngineOptions options) {}
