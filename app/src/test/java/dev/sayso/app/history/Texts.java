package dev.sayso.app.history;

import dev.sayso.app.folders.AppFolders;
import dev.sayso.app.transcript.Cue;
import dev.sayso.app.transcript.TranscriptDocument;
import dev.sayso.engine.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Documents and stores for tests.
final class Texts {

    static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    private static final List<String> WORDS =
            List.of(
                    "meeting",
                    "tomorrow",
                    "Wetter",
                    "schön",
                    "Müller",
                    "report",
                    "über",
                    "the",
                    "und",
                    "project",
                    "Straße",
                    "budget",
                    "café",
                    "weiter",
                    "invoice",
                    "Berlin");

    private Texts() {}

    static AppFolders folders(Path folder) {
        return new AppFolders(folder, folder.resolve("cache"));
    }

    static HistoryStore store(Path folder) {
        return new HistoryStore(folders(folder), () -> false, at(NOON));
    }

    static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    static Cue cue(int second, String text) {
        return new Cue(Duration.ofSeconds(second), Duration.ofSeconds(second + 1L), text);
    }

    static TranscriptDocument document(String... cues) {
        return document(NOON, null, cues);
    }

    static TranscriptDocument document(Instant created, @Nullable Path audio, String... cues) {
        List<Cue> list = new ArrayList<>();
        for (int i = 0; i < cues.length; i++) {
            list.add(cue(i, cues[i]));
        }
        return new TranscriptDocument(
                "Dictation",
                audio,
                "Qwen3-ASR-0.6B",
                Language.GERMAN,
                created,
                Duration.ofSeconds(cues.length),
                list);
    }

    /// That many entries, a minute apart, the last one the newest; each sixteenth is a file.
    static void fill(HistoryStore store, int count) throws IOException {
        Random random = new Random(5);
        store.use(
                open -> {
                    Entries entries = new Entries(new AudioPaths(Path.of("recordings")));
                    open.change(
                            inside -> {
                                for (int i = 0; i < count; i++) {
                                    boolean file = i % 16 == 7;
                                    entries.insert(
                                            inside,
                                            file ? EntryKind.FILE : EntryKind.DICTATION,
                                            EntryState.COMPLETE,
                                            file ? Path.of("Besprechung-" + i + ".mp3") : null,
                                            sample(i, count, random));
                                }
                            });
                    return true;
                });
    }

    private static TranscriptDocument sample(int i, int count, Random random) {
        String text = words(random, 40) + (i % 100 == 3 ? " 今天天气很好。" : "") + " number" + i;
        TranscriptDocument document =
                document(NOON.minus(Duration.ofMinutes(count - i)), null, text, words(random, 20));
        return new TranscriptDocument(
                i % 16 == 7 ? "Besprechung-" + i + ".mp3" : "Dictation",
                null,
                i % 3 == 0 ? "Qwen3-ASR-1.7B" : "Qwen3-ASR-0.6B",
                i % 100 == 3 ? Language.CHINESE : Language.GERMAN,
                document.created(),
                Duration.ofSeconds(7 + i % 200),
                document.cues());
    }

    private static String words(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.append('.').toString();
    }
}
