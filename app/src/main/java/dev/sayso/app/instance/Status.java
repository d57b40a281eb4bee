package dev.sayso.app.instance;

import java.time.Duration;

/// What goes on in the window. Never what was said.
///
/// @param state of the dictation: `idle`, `arming`, `listening`, `paused`, `finishing`, `failed`
/// @param recording how long the dictation has been listening
/// @param model the name of the one in use; empty: none yet
/// @param filesWaiting files that are not done
public record Status(String state, Duration recording, String model, int filesWaiting) {}
