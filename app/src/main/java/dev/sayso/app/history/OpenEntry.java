package dev.sayso.app.history;

import dev.sayso.app.transcript.Cue;
import dev.sayso.app.transcript.TranscriptDocument;
import java.io.IOException;
import java.util.OptionalLong;

/// An entry whose text is still being written. What was appended is on the disk, and stays there
/// when the program is killed.
///
/// All calls block, and may come from any thread, one after the other.
public interface OpenEntry {

    /// Empty in private mode, where nothing is kept.
    OptionalLong id();

    /// Keeps a piece of text that was committed.
    ///
    /// @throws IOException when it could not be kept; what was kept before still is
    void append(Cue cue) throws IOException;

    /// Puts the whole text in the place of its pieces, and ends.
    void finish(TranscriptDocument document) throws IOException;

    /// Marks the entry as deleted, and ends. [HistoryStore#restore] takes that back.
    void discard() throws IOException;
}
