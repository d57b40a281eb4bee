package dev.sayso.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.transcript.TranscriptDocument;
import dev.sayso.app.ui.Background;
import dev.sayso.app.ui.FxTest;
import dev.sayso.app.ui.FxThread;
import dev.sayso.app.ui.Messages;
import dev.sayso.app.ui.Toasts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryViewTest extends FxTest {

    @TempDir Path folder;
    private final Recorder others = new Recorder();
    private final SimpleBooleanProperty secret = new SimpleBooleanProperty();
    private HistoryStore store;
    private HistoryModel model;

    @BeforeEach
    void open() {
        store = Texts.store(folder);
        model = model(Locale.ENGLISH);
    }

    private HistoryModel model(Locale locale) {
        return new HistoryModel(
                store,
                others.actions(),
                new Background(),
                FxThread::inOrder,
                Messages.of(HistoryModel.class, locale));
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    private void show(Locale locale, ColorScheme colours, double width, double height) {
        model = model(locale);
        show(
                () -> {
                    Toasts toasts = new Toasts();
                    HistoryView view =
                            new HistoryView(model, secret, locale, toasts, Texts.at(Texts.NOON));
                    return new StackPane(view, toasts.view());
                },
                colours,
                width,
                height);
        onFx(
                () -> {
                    model.refresh();
                    return true;
                });
        await("an answer", () -> model.state().get() != ListState.LOADING);
    }

    private ListView<HistoryRow> list() {
        return lookup(".history-list").query();
    }

    private String text() {
        return onFx(() -> lookup(".history-detail .text-area").<TextArea>query().getText());
    }

    @Test
    void tenThousandRowsAreSearchedReadAndDeletedByKeyboard() throws Exception {
        Texts.fill(store, 10_000);
        Path sound = Files.createDirectories(folder.resolve("recordings")).resolve("note.wav");
        Files.writeString(sound, "sound");
        store.add(
                EntryKind.DICTATION,
                Texts.document(
                        Texts.NOON.plusSeconds(30),
                        sound,
                        "Morgen um neun treffen wir uns am Bahnhof.",
                        "Bitte bring die Unterlagen mit."),
                null);
        show(Locale.ENGLISH, ColorScheme.LIGHT, 1100, 720);
        onFx(
                () -> {
                    lookup(".custom-text-field").query().requestFocus();
                    return true;
                });

        type(KeyCode.DOWN);
        await("the newest text", () -> model.shown().get() != null);
        snapshot("history-rows-light");
        assertThat(text()).startsWith("Morgen um neun").endsWith("mit.");

        clickOn(".custom-text-field").write("number99 budg");
        await("fewer rows", () -> model.total().get() < 200);
        await("found", () -> model.rows().stream().allMatch(row -> row.id() >= 100));
        snapshot("history-search-light");
        int found = model.total().get();
        long second = onFx(() -> model.rows().get(1).id());

        type(KeyCode.DOWN);
        type(KeyCode.DELETE);
        await("one less", () -> model.total().get() == found - 1);
        await("the next one", () -> list().getSelectionModel().getSelectedItem().id() == second);
        snapshot("history-deleted-light");
        clickOn("Undo");
        await("as before", () -> model.total().get() == found);
    }

    @Test
    void theEndOfTheListIsReachedAndTheSelectionStays() throws Exception {
        Texts.fill(store, 1_000);
        show(Locale.GERMAN, ColorScheme.DARK, 1100, 720);
        clickOn(".history-cell");
        while (onFx(() -> model.rows().size()) < 1_000) {
            int before = onFx(() -> model.rows().size());
            type(KeyCode.END);
            await("more rows", () -> model.rows().size() > before);
        }
        type(KeyCode.END);
        await("the oldest", () -> list().getSelectionModel().getSelectedIndex() == 999);
        long oldest = onFx(() -> list().getSelectionModel().getSelectedItem().id());
        assertThat(oldest).isEqualTo(1);

        store.add(EntryKind.DICTATION, Texts.document(Texts.NOON.plusSeconds(9), null, "x"), null);
        store.update(oldest, Texts.document(Texts.NOON.minus(Duration.ofDays(9)), null, "edited"));
        await("the edit", () -> text().equals("edited"));

        assertThat(onFx(() -> list().getSelectionModel().getSelectedItem().id())).isEqualTo(oldest);
        snapshot("history-end-dark");
    }

    @Test
    void theButtonsDoWhatTheySay() throws Exception {
        Path film = Files.writeString(folder.resolve("Besprechung mit dem Verlag.mp4"), "film");
        TranscriptDocument speech =
                Texts.document(
                        Texts.NOON,
                        film,
                        "Guten Tag und willkommen. ".repeat(60).split("(?<=\\.)"));
        store.add(
                EntryKind.FILE,
                new TranscriptDocument(
                        film.getFileName().toString(),
                        film,
                        speech.model(),
                        speech.language(),
                        speech.created(),
                        Duration.ofMinutes(72),
                        speech.cues()),
                film);
        OpenEntry lost =
                store.begin(EntryKind.DICTATION, Texts.document(Texts.NOON, film, ""), null);
        lost.append(Texts.cue(0, "Das hier brach ab"));
        store.close();
        store = Texts.store(folder);
        secret.set(true);
        show(Locale.ENGLISH, ColorScheme.LIGHT, 900, 700);
        clickOn("Das hier brach ab");
        await("the broken one", () -> text().equals("Das hier brach ab"));
        snapshot("history-broken-off-light");
        clickOn("Besprechung mit dem Verlag.mp4");
        await("the film", () -> text().startsWith("Guten Tag"));

        clickOn("_Copy");
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString()))
                .startsWith("Guten Tag und willkommen. Guten Tag");
        clickOn("Open in _editor");
        clickOn("_Play");
        assertThat(lookup("Sto_p").tryQuery()).isPresent();
        clickOn("E_xport…");
        clickOn("_Transcribe again…");
        snapshot("history-again-light");
        clickOn("_Start");

        assertThat(others.calls)
                .extracting(call -> call.substring(0, Math.min(call.length(), 24)))
                .containsExactly(
                        "edit Guten Tag und willk",
                        "play Besprechung mit dem",
                        "export Guten Tag und wil",
                        "again 1 Qwen3-ASR-1.7B n");
    }

    @Test
    void emptyNoMatchAndClear() throws Exception {
        show(Locale.GERMAN, ColorScheme.DARK, 900, 600);
        snapshot("history-empty-dark");
        store.add(EntryKind.DICTATION, Texts.document("Apfel"), null);
        await("a row", () -> model.rows().size() == 1);
        clickOn(".custom-text-field").write("birne");
        await("no match", () -> model.state().get() == ListState.NO_MATCH);
        snapshot("history-no-match-dark");
        clickOn("Alle Texte zeigen");
        await("all", () -> model.state().get() == ListState.ROWS);

        clickOn(".history-top .button-icon");
        snapshot("history-clear-dark");
        clickOn("Alles behalten");
        assertThat(store.count(HistoryQuery.ALL)).isEqualTo(1);
        clickOn(".history-top .button-icon");
        clickOn("Alles löschen");
        await("nothing", () -> model.state().get() == ListState.EMPTY);
        assertThat(store.count(HistoryQuery.ALL)).isZero();
    }

    @Test
    void largeLettersAndLongWordsFit() throws Exception {
        Texts.fill(store, 40);
        secret.set(true);
        show(Locale.GERMAN, ColorScheme.LIGHT, 1200, 900);
        onFx(
                () -> {
                    stage().getScene().getRoot().setStyle("-fx-font-size: 28px;");
                    return true;
                });
        clickOn(".history-cell");
        await("a text", () -> model.shown().get() != null);
        snapshot("history-200-percent");
        assertThat(onFx(() -> lookup(".history-detail .button").queryAll().size()))
                .isGreaterThanOrEqualTo(6);
    }
}
