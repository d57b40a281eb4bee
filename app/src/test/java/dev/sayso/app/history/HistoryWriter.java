package dev.sayso.app.history;

import java.io.IOException;
import java.nio.file.Path;

/// The process that [HistoryCrashTest] kills: says how many pieces it has committed.
final class HistoryWriter {

    private HistoryWriter() {}

    static void main(String[] arguments) throws IOException {
        HistoryStore store = Texts.store(Path.of(arguments[0]));
        store.add(EntryKind.DICTATION, Texts.document("vorher"), null);
        OpenEntry open = store.begin(EntryKind.DICTATION, Texts.document(), null);
        for (int i = 0; i < 100_000; i++) {
            open.append(Texts.cue(i, "Satz" + i + "."));
            System.out.println(i + 1);
        }
    }
}
