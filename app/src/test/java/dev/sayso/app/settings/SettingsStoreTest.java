package dev.sayso.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.settings.Settings.Appearance;
import dev.sayso.app.settings.Settings.Destination;
import dev.sayso.app.settings.Settings.Dictation;
import dev.sayso.app.settings.Settings.General;
import dev.sayso.app.settings.Settings.HotkeyMode;
import dev.sayso.app.settings.Settings.Microphone;
import dev.sayso.app.settings.Settings.Replacement;
import dev.sayso.app.settings.Settings.Storage;
import dev.sayso.app.settings.Settings.ThemeChoice;
import dev.sayso.app.settings.Settings.Transcription;
import dev.sayso.app.settings.Settings.WindowPlace;
import dev.sayso.app.settings.SettingsStore.Opened;
import dev.sayso.app.subtitles.SubtitleRules;
import dev.sayso.engine.EngineOptions.Precision;
import dev.sayso.engine.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsStoreTest {

    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-03-04T12:00:00Z"), ZoneOffset.UTC);

    private static final Duration NEVER = Duration.ofDays(1);

    /// Nothing in it is as the program comes.
    private static final Settings OTHER =
            new Settings(
                    new General(true, true, false),
                    new Microphone("Röhre \"7\"", true),
                    new Dictation(
                            "Ctrl+Shift+F9",
                            HotkeyMode.PUSH_TO_TALK,
                            Duration.ofMillis(1500),
                            Destination.CLIPBOARD,
                            false,
                            false,
                            true),
                    new Transcription(
                            "Qwen3-ASR-1.7B",
                            Language.CANTONESE,
                            "Sayso,\n语音",
                            List.of(
                                    new Replacement("a b", "c", false, true),
                                    new Replacement("(\\d+) Euro", "$1 €", true, false)),
                            3,
                            Precision.BF16,
                            Duration.ofMinutes(90)),
                    new Settings.Files(true, List.of("vtt", "docx")),
                    new SubtitleRules(
                            37,
                            13,
                            3,
                            Duration.ofMillis(833),
                            Duration.ofMillis(7007),
                            20.5,
                            Duration.ofMillis(120)),
                    new Appearance(ThemeChoice.DARK, "zh-CN"),
                    new Storage(30, false, true, "https://example.org/models"),
                    new WindowPlace(-12.5, 3, 900, 700.25, true));

    @TempDir Path folder;

    private final Queue<IOException> failures = new ConcurrentLinkedQueue<>();

    @Test
    void everyFieldComesBack() {
        assertThat(List.of(OTHER.getClass().getRecordComponents()))
                .as("a new part needs a value here that differs")
                .hasSize(9);
        save(OTHER);

        Opened opened = open();

        assertThat(opened).isEqualTo(new Opened(OTHER, null, null));
        assertThat(failures).isEmpty();
    }

    @Test
    void allOfItDiffersFromTheDefaults() throws Exception {
        Settings usual = Settings.defaults();
        for (var part : Settings.class.getRecordComponents()) {
            Object mine = part.getAccessor().invoke(OTHER);
            Object theirs = part.getAccessor().invoke(usual);
            for (var field : mine.getClass().getRecordComponents()) {
                assertThat(field.getAccessor().invoke(mine))
                        .as("%s.%s", part.getName(), field.getName())
                        .isNotEqualTo(field.getAccessor().invoke(theirs));
            }
        }
    }

    @Test
    void withoutAFileThereAreDefaults() {
        assertThat(open()).isEqualTo(new Opened(Settings.defaults(), null, null));
    }

    @Test
    void defaultsComeBackAsWell() {
        save(Settings.defaults());

        assertThat(open().settings()).isEqualTo(Settings.defaults());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1, 2]", "null", "{\"version\": 1} x", "\u0000\u0001"})
    void aBrokenFileIsSetAside(String text) throws Exception {
        Files.writeString(file(), text);

        Opened opened = open();

        Path aside = folder.resolve("settings.broken-20260304-120000.json");
        assertThat(opened).isEqualTo(new Opened(Settings.defaults(), aside, null));
        assertThat(file()).doesNotExist();
        assertThat(aside).content().isEqualTo(text);
    }

    @Test
    void bytesThatAreNoTextAreSetAside() throws Exception {
        Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

        assertThat(open().setAside()).isNotNull();
    }

    @Test
    void whatMakesNoSenseIsAsTheProgramComesAndTheRestIsKept() throws Exception {
        Files.writeString(
                file(),
                """
                {"version": 1, "unknown": {"a": 1},
                 "dictation": {"hotkey": 7, "hotkeyMode": "SHOUT", "stopAfterSilence": "soon",
                               "sounds": true},
                 "transcription": {"threads": -1, "language": "tlh", "replacements": [1, {}],
                                   "unloadAfter": "PT-5M", "precision": null},
                 "subtitles": {"columns": 50, "shortest": "PT9S", "longest": "PT2S"},
                 "appearance": "dark", "storage": {"keepDays": 1.5, "keepAudio": false},
                 "place": {"x": 1e999}}
                """);

        Settings usual = Settings.defaults();
        Settings read = open().settings();

        assertThat(read.dictation().sounds()).isTrue();
        assertThat(read)
                .isEqualTo(usual.with(read.dictation()).with(new Storage(0, false, false, "")));
        assertThat(read.dictation().hotkey()).isEqualTo(usual.dictation().hotkey());
    }

    @Test
    void aLaterVersionsFileIsKeptBeforeItIsOverwritten() throws Exception {
        save(OTHER);
        String later = Files.readString(file()).replace("\"version\" : 1", "\"version\" : 2");
        Files.writeString(file(), later);

        Opened opened = open();

        assertThat(opened.settings()).isEqualTo(OTHER);
        assertThat(opened.setAside()).isNotNull().content().isEqualTo(later);
        assertThat(file()).content().isEqualTo(later);
    }

    @Test
    void whatCannotBeWrittenIsToldOnceAndTriedAgain() throws Exception {
        Path blocked = folder.resolve("blocked");
        Files.writeString(blocked, "a file where a folder should be");
        Path file = blocked.resolve("settings.json");
        SettingsStore store = new SettingsStore(file, Duration.ZERO, failures::add);
        store.save(OTHER);
        await(() -> failures.size() == 1);
        store.save(OTHER.with(new Storage(1, true, false, "")));
        Files.delete(blocked);
        store.close();

        assertThat(failures).hasSize(1);
        assertThat(SettingsStore.open(file, NOON).settings().storage().keepDays()).isEqualTo(1);
    }

    @Test
    void aFolderInItsPlaceIsAFailureThatIsTold() throws Exception {
        Files.createDirectories(file());

        Opened opened = open();

        assertThat(opened.settings()).isEqualTo(Settings.defaults());
        assertThat(opened.failure()).isNotNull();
    }

    @Test
    void itIsWrittenLaterAndByItself() throws Exception {
        SettingsStore store = new SettingsStore(file(), Duration.ofMillis(30), failures::add);
        store.save(OTHER);
        await(() -> Files.exists(file()));

        assertThat(open().settings()).isEqualTo(OTHER);
        store.close();
    }

    @Test
    void manyChangesAreOneFile() throws Exception {
        SettingsStore store = new SettingsStore(file(), NEVER, failures::add);
        List<Thread> threads =
                List.of(
                        Thread.ofVirtual().start(() -> changes(store, 1)),
                        Thread.ofVirtual().start(() -> changes(store, 1001)));
        for (Thread thread : threads) {
            thread.join();
        }
        store.save(OTHER);
        assertThat(file()).doesNotExist();
        store.close();

        assertThat(open().settings()).isEqualTo(OTHER);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void concurrentChangesNeverLeaveHalfAFile() throws Exception {
        SettingsStore store = new SettingsStore(file(), Duration.ZERO, failures::add);
        Thread changing = Thread.ofVirtual().start(() -> changes(store, 1));
        while (changing.isAlive()) {
            if (Files.exists(file())) {
                assertThat(open().setAside()).isNull();
            }
        }
        store.close();

        assertThat(open().settings().storage().keepDays()).isEqualTo(500);
        assertThat(failures).isEmpty();
    }

    @Test
    void aChangeAfterTheEndIsStillWritten() {
        SettingsStore store = new SettingsStore(file(), NEVER, failures::add);
        store.close();
        store.save(OTHER);

        assertThat(open().settings()).isEqualTo(OTHER);
    }

    private static void changes(SettingsStore store, int first) {
        for (int i = first; i < first + 500; i++) {
            store.save(Settings.defaults().with(new Storage(i, true, false, "")));
        }
    }

    private void save(Settings settings) {
        try (SettingsStore store = new SettingsStore(file(), NEVER, failures::add)) {
            store.save(settings);
        }
    }

    private Opened open() {
        return SettingsStore.open(file(), NOON);
    }

    private Path file() {
        return folder.resolve("settings.json");
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 2000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
