package dev.sayso.app;

import dev.sayso.app.dictation.DictationPorts;
import dev.sayso.app.history.EntryKind;
import dev.sayso.app.history.HistoryStore;
import dev.sayso.app.transcript.TranscriptDocument;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Writes dictations into the history, in the order they come.
final class DictationHistory implements DictationPorts.History, AutoCloseable {

    private final HistoryStore store;
    private final Consumer<IOException> failed;
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(
                    Thread.ofVirtual().name("dictation-history").factory());
    // used by the writer only
    private final Map<Instant, Long> entries = new HashMap<>();

    /// @param failed told on any thread when a text could not be kept
    DictationHistory(HistoryStore store, Consumer<IOException> failed) {
        this.store = store;
        this.failed = failed;
    }

    @FunctionalInterface
    private interface Write {
        void run() throws IOException;
    }

    private void inOrder(Write write) {
        writer.execute(
                () -> {
                    try {
                        write.run();
                    } catch (IOException e) {
                        failed.accept(e);
                    }
                });
    }

    @Override
    public void done(TranscriptDocument document) {
        inOrder(
                () -> {
                    Long known = entries.get(document.created());
                    if (known != null) {
                        store.restore(List.of(known));
                        store.update(known, document);
                        return;
                    }
                    OptionalLong id = store.add(EntryKind.DICTATION, document, null);
                    if (id.isPresent()) {
                        entries.put(document.created(), id.getAsLong());
                    }
                });
    }

    @Override
    public void changed(TranscriptDocument document) {
        inOrder(
                () -> {
                    Long known = entries.get(document.created());
                    if (known != null) {
                        store.update(known, document);
                    }
                });
    }

    @Override
    public void discarded(TranscriptDocument document) {
        inOrder(
                () -> {
                    Long known = entries.get(document.created());
                    if (known != null) {
                        store.delete(List.of(known));
                    }
                });
    }

    /// Writes what still waits.
    @Override
    public void close() {
        writer.close();
    }
}
