package dev.sayso.app;

import dev.sayso.app.history.EntryKind;
import dev.sayso.app.history.HistoryEntry;
import dev.sayso.app.history.HistoryQuery;
import dev.sayso.app.history.HistoryRow;
import dev.sayso.app.history.HistoryStore;
import dev.sayso.app.transcript.TranscriptDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Keeps the transcripts of files in the history, and finds them there when they are edited. All
/// calls wait for the disk.
final class FileHistory {

    /// An older one is not looked for: the edited text becomes a new entry then.
    private static final int MOST_LOOKED_AT = 200;

    private final HistoryStore store;
    private final Map<Path, Long> entries = new HashMap<>();

    FileHistory(HistoryStore store) {
        this.store = store;
    }

    /// Keeps a new transcript.
    synchronized void add(Path file, TranscriptDocument document) throws IOException {
        OptionalLong id = store.add(EntryKind.FILE, document, file);
        if (id.isPresent()) {
            entries.put(file, id.getAsLong());
        }
    }

    /// Keeps an edited one in the place of the file's newest.
    synchronized void edited(Path file, TranscriptDocument document) throws IOException {
        Long id = entries.get(file);
        if (id == null) {
            id = newest(file).orElse(null);
        }
        if (id == null || !store.update(id, document)) {
            add(file, document);
        } else {
            entries.put(file, id);
        }
    }

    private Optional<Long> newest(Path file) throws IOException {
        HistoryQuery files = new HistoryQuery("", EntryKind.FILE);
        for (HistoryRow row : store.page(files, null, MOST_LOOKED_AT)) {
            Optional<HistoryEntry> entry = store.entry(row.id());
            if (entry.isPresent() && file.equals(entry.get().source())) {
                return Optional.of(row.id());
            }
        }
        return Optional.empty();
    }
}
