package dev.sayso.app.history;

import dev.sayso.app.transcript.Cue;
import dev.sayso.app.transcript.TranscriptDocument;
import java.io.IOException;
import java.util.OptionalLong;

/// An open entry in the database.
///
/// @param key of the entry
record StoredEntry(HistoryStore store, long key) implements OpenEntry {

    @Override
    public OptionalLong id() {
        return OptionalLong.of(key);
    }

    @Override
    public void append(Cue cue) throws IOException {
        store.append(key, cue);
    }

    @Override
    public void finish(TranscriptDocument document) throws IOException {
        store.finish(key, document);
    }

    @Override
    public void discard() throws IOException {
        store.discard(key);
    }
}
