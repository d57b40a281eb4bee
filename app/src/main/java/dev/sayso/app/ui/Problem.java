package dev.sayso.app.ui;

import org.jspecify.annotations.Nullable;

/// Something that went wrong, as a person is told.
///
/// @param headline what happened and what was kept, one sentence
/// @param advice what to do, one sentence
/// @param details for someone who helps; null when there is nothing more to say
public record Problem(String headline, String advice, @Nullable String details) {}
