package dev.sayso.app.history;

import dev.sayso.engine.Language;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a list shows of an entry.
///
/// @param id of the entry
/// @param title a file's name, or what a dictation is called
/// @param preview the beginning of the text, in one line; empty when there is no text
/// @param created when it was written
/// @param length of the sound
/// @param model that wrote it
/// @param language null when the model did not say
public record HistoryRow(
        long id,
        EntryKind kind,
        EntryState state,
        String title,
        String preview,
        Instant created,
        Duration length,
        String model,
        @Nullable Language language) {}
