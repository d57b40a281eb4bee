package dev.sayso.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.media.MediaDecoder;
import dev.sayso.app.models.ReadyModel;
import dev.sayso.app.recognition.ModelWish;
import dev.sayso.app.recognition.OpenModel;
import dev.sayso.app.recognition.Recognition;
import dev.sayso.app.settings.Settings;
import dev.sayso.app.settings.SettingsModel;
import dev.sayso.app.ui.FileDialogs;
import dev.sayso.app.ui.FxTest;
import dev.sayso.app.ui.FxThread;
import dev.sayso.app.ui.Messages;
import dev.sayso.app.ui.Toasts;
import dev.sayso.engine.EngineOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class FilesViewTest extends FxTest {

    private static final Path MEDIA =
            Path.of("src/test/resources/dev/sayso/app/media").toAbsolutePath();

    @TempDir Path folder;
    private final TalkingModel talking = new TalkingModel();
    private final Recognition recognition =
            new Recognition(
                    new OpenModel(
                            name -> new ReadyModel(name, Path.of(name), null, false),
                            (_, _) -> talking,
                            _ -> {}));
    private final List<FileResult> opened = new ArrayList<>();
    private final List<Path> chosen = new ArrayList<>();
    private @Nullable FilesModel model;

    private FilesModel model() {
        FilesModel made = model;
        if (made == null) {
            made =
                    new FilesModel(
                            new FileWork(
                                    new MediaDecoder(Path.of("target", "decoder")), recognition),
                            name -> new ModelWish(name, EngineOptions.defaults()),
                            new SettingsModel(Settings.defaults(), _ -> {}),
                            new QueueStore(folder.resolve("queue.json")),
                            new FileOutlets(_ -> {}, (_, _, _) -> List.of()),
                            FxThread::inOrder);
            made.restore();
            model = made;
        }
        return made;
    }

    private StackPane view(Locale locale) {
        Toasts toasts = new Toasts();
        FilesView view =
                new FilesView(
                        model(),
                        Messages.of(FilesView.class, locale),
                        new Dialogs(),
                        toasts,
                        () -> List.of("starter", "Qwen3-ASR-0.6B"),
                        opened::add);
        return new StackPane(view, toasts.view());
    }

    private final class Dialogs implements FileDialogs {
        @Override
        public List<Path> open(String title) {
            return chosen;
        }

        @Override
        public @Nullable Path folder(String title) {
            return null;
        }

        @Override
        public @Nullable Path save(String title, String name) {
            return null;
        }
    }

    @AfterEach
    void close() {
        onFx(
                () -> {
                    model().close();
                    return true;
                });
        recognition.close();
    }

    /// Which of several windows the headless platform gives the keys to is not sure.
    private static void press(Node node, KeyCode key) {
        onFx(
                () -> {
                    Event.fireEvent(
                            node,
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
                    return true;
                });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private boolean over(int count) {
        return model().rows().size() == count
                && model().rows().stream().allMatch(row -> row.state().get().isOver());
    }

    @Test
    void fiveFilesAreAddedOneIsBrokenAndTheKeyboardOpensTheOthers() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.mp3"), "no sound ".repeat(90));
        chosen.addAll(
                List.of(
                        MEDIA.resolve("speech.mp3"),
                        broken,
                        MEDIA.resolve("speech.m4a"),
                        MEDIA.resolve("speech.mkv"),
                        MEDIA.resolve("mulaw.wav")));
        talking.talkingFreely();
        show(() -> view(Locale.ENGLISH), ColorScheme.LIGHT, 1000, 700);
        snapshot("files-empty-light");
        clickOn(".files-add");
        await("all over", () -> over(5));

        TableView<?> table = lookup(".files-table").queryTableView();
        onFx(
                () -> {
                    table.requestFocus();
                    table.getSelectionModel().select(0);
                    return true;
                });
        press(table, KeyCode.ENTER);
        assertThat(opened).hasSize(1);
        assertThat(opened.getFirst().file()).isEqualTo(chosen.getFirst());
        press(table, KeyCode.DOWN);
        assertThat(lookup(".error-headline").queryLabeled().getText())
                .startsWith("This file is damaged");
        snapshot("files-failed-light");
        press(table, KeyCode.ENTER);
        assertThat(opened).hasSize(1);
        press(table, KeyCode.DELETE);
        await("removed", () -> over(4));
        assertThat(broken).exists();
        clickOn("Remove finished");
        await("empty", () -> model().rows().isEmpty());
    }

    @Test
    void textIsShownWhileItComes() throws Exception {
        chosen.add(QueueRun.noise(folder.resolve("Interview mit Frau Müller (Teil 1).wav"), 100));
        for (int i = 2; i < 40; i++) {
            chosen.add(QueueRun.noise(folder.resolve("Teil " + i + ".wav"), 1));
        }
        show(() -> view(Locale.GERMAN), ColorScheme.DARK, 1000, 700);
        snapshot("files-empty-dark");
        clickOn(".files-add");
        await("first", () -> model().rows().size() == 39);
        talking.sentences.release(2);
        await("text", () -> model().rows().getFirst().segments().size() == 2);
        await("tentative", () -> !model().rows().getFirst().tentative().get().isEmpty());

        assertThat(lookup(".files-line").queryAll()).hasSize(3);
        snapshot("files-working-dark");
        onFx(
                () -> {
                    stage().getScene().getRoot().setStyle("-fx-font-size: 28px");
                    return true;
                });
        snapshot("files-working-200-percent");
        clickOn("Alle ab_brechen");
        await("cancelled", () -> over(39));
        onFx(
                () -> {
                    stage().getScene().getRoot().setStyle("");
                    return true;
                });
        snapshot("files-cancelled-dark");
    }
}
