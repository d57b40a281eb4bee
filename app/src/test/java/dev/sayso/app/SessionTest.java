package dev.sayso.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.dictation.DictationState;
import dev.sayso.app.files.FileRow;
import dev.sayso.app.files.FileState;
import dev.sayso.app.history.EntryKind;
import dev.sayso.app.history.HistoryQuery;
import dev.sayso.app.history.HistoryRow;
import dev.sayso.app.settings.Settings.Replacement;
import dev.sayso.app.settings.Settings.ThemeChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The whole window as a person uses it: recording, files, editing, export, settings.
@Timeout(120)
class SessionTest extends AppTest {

    private boolean is(Class<? extends DictationState> state) {
        return state.isInstance(run().app.dictation().progress().state().get());
    }

    private List<HistoryRow> kept(EntryKind kind) throws IOException {
        return run().services.history().page(new HistoryQuery("", kind), null, 50);
    }

    @Test
    void speechIsShownStoppedCopiedAndKept() throws Exception {
        begin();
        assertThat(onFx(() -> run().stage.getScene().getFocusOwner().getId())).isEqualTo("record");
        run().inputs.says(speech());
        click("#record");
        await(
                "partial text",
                () ->
                        is(DictationState.Listening.class)
                                && !run().app.dictation().progress().text().get().text().isEmpty());
        await("all is said", () -> run().inputs.saidAll());
        click("#record");
        await("the text", () -> is(DictationState.Done.class));
        TextArea editor = lookup(".editor").query();
        assertThat(editor.getText()).isEqualTo(SAID);

        click("#copy");
        assertThat(clipboard()).isEqualTo(SAID);

        click("#go-history");
        ListView<?> list = lookup(".history-list").query();
        await("the entry", () -> list.getItems().size() == 1);
        fx(() -> list.getSelectionModel().select(0));
        await("its text", () -> !seen(".history-detail").isEmpty());
        assertThat(kept(EntryKind.DICTATION)).hasSize(1);
        end();
    }

    @Test
    void fiveFilesOneOfThemBrokenAreQueuedEditedAndExported() throws Exception {
        begin();
        Replacement mayor = new Replacement("director", "mayor", false, true);
        fx(() -> run().change(s -> s.with(s.transcription().withReplacements(List.of(mayor)))));
        Path broken = Files.write(folder.resolve("broken.mp4"), new byte[5000]);
        run().chosen
                .addAll(
                        List.of(
                                SAMPLES.resolve("05-known-male-voice.wav"),
                                MEDIA.resolve("speech.m4a"),
                                broken,
                                MEDIA.resolve("speech.webm"),
                                SAMPLES.resolve("01-unseen-female-voice.wav")));
        click("#go-files");
        click(".files-add");
        List<FileRow> rows = run().app.files().rows();
        await(
                "all five are over",
                () -> rows.size() == 5 && rows.stream().allMatch(r -> r.state().get().isOver()));
        List<FileState> states = onFx(() -> rows.stream().map(r -> r.state().get()).toList());
        assertThat(states)
                .containsExactly(
                        FileState.DONE,
                        FileState.DONE,
                        FileState.FAILED,
                        FileState.DONE,
                        FileState.DONE);
        TableView<?> table = lookup(".files-table").queryTableView();
        fx(() -> table.getSelectionModel().select(2));
        assertThat(lookup(".error-headline").queryAll().stream().filter(Node::isVisible))
                .hasSize(1);
        await("four in the history", () -> kept(EntryKind.FILE).size() == 4);

        fx(() -> table.getSelectionModel().select(0));
        key(table, KeyCode.ENTER);
        edit();
        export();
        end();
    }

    private List<String> cues() {
        ListView<?> list = lookup(".cue-list").query();
        return onFx(
                () ->
                        list.getItems().stream()
                                .map(cue -> ((dev.sayso.app.transcript.Cue) cue).text())
                                .toList());
    }

    /// Types into the first cue, splits it, and takes all of it back.
    private void edit() {
        await("the editor", () -> shown(".cue-list") != null && !cues().isEmpty());
        List<String> before = cues();
        assertThat(String.join(" ", before)).contains("mayor").doesNotContain("director");
        if (shown(".cue-area") == null) {
            Node first = seen(".cue-texts").getFirst();
            Point2D at = onFx(() -> first.localToScreen(14, 12));
            clickOn(at);
        }
        await("the caret", () -> shown(".cue-area") != null);
        click(".cue-area");
        type(KeyCode.HOME);
        write("Well ");
        await("the edit", () -> cues().getFirst().contains("Well "));
        press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        await("the split", () -> cues().size() == before.size() + 1);
        for (int i = 0; i < 20 && !cues().equals(before); i++) {
            press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        }
        assertThat(cues()).isEqualTo(before);
    }

    private void export() throws Exception {
        click(".editor-export");
        await("the preview", () -> shown(".export-preview") != null);
        ListView<?> formats = lookup(".export-formats").query();
        fx(
                () -> {
                    for (int i = 0; i < formats.getItems().size(); i++) {
                        if (formats.getItems().get(i).toString().equals("SRT")) {
                            formats.getSelectionModel().clearAndSelect(i);
                        }
                    }
                });
        click("_Save as…");
        Path file = run().saved().resolve("05-known-male-voice.srt");
        await("the file", () -> Files.exists(file) && shown(".export-preview") == null);
        assertThat(file).content().startsWith("1\n00:00:0").contains(" --> ").contains("mayor");
    }

    @Test
    void whatIsChosenInTheSettingsHoldsAfterARestart() throws Exception {
        begin();
        click("#go-settings");
        ComboBox<ThemeChoice> theme = lookup("#appearance-theme").queryComboBox();
        fx(() -> theme.setValue(ThemeChoice.DARK));
        end();

        begin();
        assertThat(run().services.settings().get().appearance().theme())
                .isEqualTo(ThemeChoice.DARK);
        click("#go-settings");
        ComboBox<ThemeChoice> again = lookup("#appearance-theme").queryComboBox();
        assertThat(onFx(again::getValue)).isEqualTo(ThemeChoice.DARK);
        fx(() -> again.setValue(ThemeChoice.LIGHT));
        end();
    }
}
