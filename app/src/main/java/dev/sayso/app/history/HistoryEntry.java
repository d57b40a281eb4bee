package dev.sayso.app.history;

import dev.sayso.app.transcript.TranscriptDocument;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A text that was kept, whole.
///
/// @param id never used again for another one
/// @param source the file it was made from; null for a dictation
/// @param document its `audio` is the recording of a dictation, or the file
public record HistoryEntry(
        long id,
        EntryKind kind,
        EntryState state,
        @Nullable Path source,
        TranscriptDocument document) {

    /// What can be heard: the recording, else the file; null when nothing was kept.
    public @Nullable Path sound() {
        return document.audio() != null ? document.audio() : source;
    }
}
