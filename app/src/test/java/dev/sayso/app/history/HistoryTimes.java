package dev.sayso.app.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/// Says how long the history takes on 10,000 entries: median and longest of 50 calls, in
/// milliseconds. Run by hand; no test depends on it.
final class HistoryTimes {

    private HistoryTimes() {}

    static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("history");
        try (HistoryStore store = Texts.store(folder)) {
            long start = System.nanoTime();
            Texts.fill(store, 10_000);
            System.out.printf("fill %d ms%n", (System.nanoTime() - start) / 1_000_000);
            HistoryQuery all = HistoryQuery.ALL;
            time("newest page", () -> store.page(all, null, 200));
            time("count", () -> store.count(all));
            for (String words :
                    List.of(
                            "number7423",
                            "b",
                            "bu",
                            "wetter budg",
                            "天气",
                            "气",
                            "\"schön Müller\"")) {
                HistoryQuery query = new HistoryQuery(words, null);
                String found = words + " (" + store.count(query) + ")";
                time("page of " + found, () -> store.page(query, null, 200));
                time("count of " + found, () -> store.count(query));
            }
            time("add", () -> store.add(EntryKind.DICTATION, Texts.document("one", "two"), null));
            OpenEntry open = store.begin(EntryKind.DICTATION, Texts.document(), null);
            time("append", () -> append(open));
            time("update", () -> store.update(5_000, Texts.document("three")));
        }
        System.out.printf("%d kB%n", Files.size(folder.resolve("history.db")) / 1024);
        long start = System.nanoTime();
        try (HistoryStore store = Texts.store(folder)) {
            store.count(HistoryQuery.ALL);
            System.out.printf("open %d ms%n", (System.nanoTime() - start) / 1_000_000);
        }
    }

    private static boolean append(OpenEntry open) throws IOException {
        open.append(Texts.cue(0, "A committed sentence of an ordinary length."));
        return true;
    }

    private static void time(String what, Callable<?> call) throws Exception {
        double[] millis = new double[50];
        for (int i = 0; i < millis.length; i++) {
            long start = System.nanoTime();
            call.call();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf("%-40s %6.1f %6.1f%n", what, millis[25], millis[49]);
    }
}
