package dev.sayso.app.history;

import dev.sayso.app.transcript.TranscriptDocument;
import dev.sayso.app.ui.Elsewhere;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Keeps edited texts. Of two versions of one text the newer is written, whichever thread comes
/// first.
final class Autosave {

    private final HistoryStore store;
    private final Elsewhere elsewhere;
    private final ConcurrentHashMap<Long, TranscriptDocument> unsaved = new ConcurrentHashMap<>();
    private final ReentrantLock writing = new ReentrantLock();

    Autosave(HistoryStore store, Elsewhere elsewhere) {
        this.store = store;
        this.elsewhere = elsewhere;
    }

    /// Returns at once.
    void save(long id, TranscriptDocument document, Consumer<? super Throwable> failed) {
        unsaved.put(id, document);
        elsewhere.run(
                () -> {
                    writeAll();
                    return true;
                },
                _ -> {},
                failed);
    }

    /// Blocks until everything is written. What could not be written is tried again the next time.
    void writeAll() throws IOException {
        writing.lock();
        try {
            for (long id : List.copyOf(unsaved.keySet())) {
                TranscriptDocument document = unsaved.get(id);
                if (document != null) {
                    store.update(id, document);
                    unsaved.remove(id, document);
                }
            }
        } finally {
            writing.unlock();
        }
    }
}
