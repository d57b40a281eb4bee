package dev.sayso.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.dictation.DictationState;
import dev.sayso.app.dictation.ScriptedSpeech;
import dev.sayso.app.files.FileState;
import dev.sayso.app.history.EntryKind;
import dev.sayso.app.settings.Settings.Appearance;
import dev.sayso.app.settings.Settings.ThemeChoice;
import dev.sayso.app.transcript.Cue;
import dev.sayso.app.transcript.TranscriptDocument;
import dev.sayso.app.ui.UiWatchdog;
import dev.sayso.engine.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Pictures of every place of the window, light and dark, with something in it; and of what is
/// large: words, history, a transcript. They are left in `target/screenshots/window-….png`.
@Timeout(180)
class ScreenshotsTest extends AppTest {

    private static final String[] PLACES = {"dictate", "files", "history", "models", "settings"};
    private static final String FIRST =
            "Dear Maria, thank you for the draft. I have read all of it on the train this morning,"
                    + " and I like the second chapter best.";
    private static final String SECOND = "Could we talk about the ending on Thursday at ten?";

    private final PictureModel model =
            new PictureModel(new ScriptedSpeech().hears(2, FIRST).hears(7, SECOND));

    private void beginFilled(String language) throws Exception {
        begin(
                (_, _) -> model,
                settings -> settings.with(new Appearance(ThemeChoice.LIGHT, language)));
        Instant now = Instant.now();
        keep(EntryKind.FILE, "Board meeting March.mp4", now.minus(Duration.ofDays(3)), 40);
        keep(EntryKind.DICTATION, "Shopping for the weekend", now.minus(Duration.ofDays(2)), 3);
        keep(EntryKind.FILE, "Interview with the mayor.wav", now.minus(Duration.ofHours(26)), 12);
        keep(EntryKind.DICTATION, "Notes after the visit", now.minus(Duration.ofHours(4)), 5);
    }

    private void keep(EntryKind kind, String title, Instant created, int cues) throws IOException {
        run().services.history().add(kind, document(title, created, cues), null);
    }

    private static TranscriptDocument document(String title, Instant created, int count) {
        String[] texts = {
            "Good morning, and thank you for coming all the way here.",
            "We did, thank you. The road along the river is closed, so we went round by the old"
                    + " bridge and through the market, which took a little longer than we had hoped.",
            "That bridge is why we are here today.",
        };
        List<Cue> cues = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cues.add(
                    new Cue(
                            Duration.ofMillis(3_600L * i),
                            Duration.ofMillis(3_600L * i + 3_400),
                            texts[i % texts.length]));
        }
        return new TranscriptDocument(
                title,
                null,
                "qwen3-asr-0.6b",
                Language.ENGLISH,
                created,
                Duration.ofMillis(3_600L * count),
                cues);
    }

    private void use(ThemeChoice theme) {
        fx(() -> run().change(s -> s.with(new Appearance(theme, s.appearance().uiLanguage()))));
    }

    /// One picture of each, light and dark.
    private void pictures(String what) throws IOException {
        for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
            use(theme);
            snapshot(run().stage, "window-" + what + "-" + theme.name().toLowerCase(Locale.ROOT));
        }
        use(ThemeChoice.LIGHT);
    }

    private void dictate() throws Exception {
        run().inputs.paced(true).says(speech());
        click("#record");
        await(
                "both sentences",
                () -> !run().app.dictation().progress().text().get().committed().isEmpty());
        Thread.sleep(1500);
    }

    private void fillQueue() throws IOException {
        Path talks = Files.createDirectories(folder.resolve("talks"));
        List<Path> files = new ArrayList<>();
        files.add(copy("02-unseen-female-voice-two-sentences.wav", talks, "Voice memo 14.wav"));
        files.add(Files.write(talks.resolve("Call with Tom.m4a"), new byte[5000]));
        files.add(copy("08-long-with-pauses.wav", talks, "Interview with the mayor.wav"));
        files.add(copy("04-known-female-voice.wav", talks, "Board meeting April.wav"));
        files.add(copy("05-known-male-voice.wav", talks, "Lecture 7, questions.wav"));
        model.sentences.release(6);
        fx(() -> run().app.open(files));
        await(
                "the third at work",
                () ->
                        run().app.files().rows().size() == 5
                                && run().app.files().rows().get(2).segments().size() >= 3);
    }

    private static Path copy(String sample, Path into, String name) throws IOException {
        return Files.copy(SAMPLES.resolve(sample), into.resolve(name));
    }

    @Test
    void everyPlaceLightAndDark() throws Exception {
        beginFilled("en");
        pictures("dictate-idle");
        dictate();
        pictures("dictate-listening");
        click("#record");
        await(
                "the text",
                () ->
                        run().app.dictation().progress().state().get()
                                instanceof DictationState.Done);
        pictures("dictate");
        fillQueue();
        TableView<?> table = lookup(".files-table").queryTableView();
        fx(() -> table.getSelectionModel().select(2));
        pictures("files");
        fx(() -> table.getSelectionModel().select(1));
        pictures("files-failed");
        click("#go-history");
        chooseEntry(1);
        pictures("history");
        click("#go-models");
        await("the models", () -> seen(".model-card").size() > 2);
        pictures("models");
        click("#go-settings");
        pictures("settings");
        model.sentences.release(1000);
        await(
                "all over",
                () ->
                        run().app.files().rows().stream()
                                .allMatch(row -> row.state().get().isOver()));
        assertThat(run().app.files().rows().get(2).state().get()).isEqualTo(FileState.DONE);
        click("#go-files");
        fx(() -> table.getSelectionModel().select(2));
        key(table, KeyCode.ENTER);
        await("the editor", () -> !seen(".cue-list").isEmpty());
        Thread.sleep(1000);
        pictures("editor");
        click(".editor-export");
        await("the export", () -> shown(".export-preview") != null);
        pictures("editor-export");
        click("_Save as…");
        await("the end of the export", () -> shown(".export-preview") == null);
        end();
    }

    private void chooseEntry(int row) {
        ListView<?> list = lookup(".history-list").query();
        await("entries", () -> list.getItems().size() > row);
        fx(() -> list.getSelectionModel().clearAndSelect(row));
        await("its text", () -> !seen(".history-detail").isEmpty());
    }

    @Test
    void germanAtTwiceTheSize() throws Exception {
        beginFilled("de");
        fillQueue();
        fx(() -> run().stage.getScene().getRoot().setStyle("-fx-font-size: 28px"));
        for (String place : PLACES) {
            click("#go-" + place);
            if (place.equals("history")) {
                chooseEntry(0);
            }
            Thread.sleep(300);
            snapshot(run().stage, "window-" + place + "-german-200");
        }
        model.sentences.release(1000);
        end();
    }

    @Test
    void tenThousandEntriesAndThreeHours() throws Exception {
        begin((_, _) -> model, settings -> settings);
        Instant now = Instant.now();
        for (int i = 0; i < 10_000; i++) {
            keep(EntryKind.DICTATION, "Note " + i, now.minusSeconds(60L * i + 60), 2);
        }
        keep(EntryKind.FILE, "Three hours.mp4", now, 3_000);
        click("#go-history");
        ListView<?> list = lookup(".history-list").query();
        await("the newest", () -> list.getItems().size() > 50);
        UiWatchdog watchdog = UiWatchdog.of(onFx(Thread::currentThread));
        chooseEntry(0);
        for (int i = 0; i < 30; i++) {
            int to = i * 40;
            fx(() -> list.scrollTo(Math.min(to, list.getItems().size() - 1)));
        }
        fx(() -> list.scrollTo(0));
        snapshot(run().stage, "window-history-10000");
        key(list, KeyCode.ENTER);
        await("the editor", () -> !seen(".cue-list").isEmpty());
        snapshot(run().stage, "window-editor-3-hours");
        watchdog.close();
        System.out.printf(
                "10,001 entries, 3,000 cues: longest answer of the FX thread %d ms%n",
                watchdog.longestAnswer().toMillis());
        assertThat(watchdog.waits()).isEmpty();
        end();
    }
}
