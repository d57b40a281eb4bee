package dev.sayso.app;

import dev.sayso.app.desktop.Diagnostics;
import dev.sayso.app.desktop.HotkeyListener;
import dev.sayso.app.desktop.SystemFacts;
import dev.sayso.app.desktop.TextInserter;
import dev.sayso.app.desktop.TrayActions;
import dev.sayso.app.desktop.TrayState;
import dev.sayso.app.dictation.Dictation.Origin;
import dev.sayso.app.dictation.DictationModel;
import dev.sayso.app.dictation.DictationState;
import dev.sayso.app.dictation.DictationStatus;
import dev.sayso.app.files.FilesModel;
import dev.sayso.app.instance.Answer;
import dev.sayso.app.instance.Request;
import dev.sayso.app.instance.Status;
import dev.sayso.app.recognition.ModelState;
import dev.sayso.app.ui.Background;
import dev.sayso.app.ui.FxThread;
import dev.sayso.app.ui.Toasts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

/// The window and everything in it, constructed and wired. On the FX thread.
final class App {

    private final Surrounding surrounding;
    private final Services services;
    private final Locale language;
    private final Background background = new Background();
    private final Toasts toasts = new Toasts();
    private final DesktopLinks desktop;
    private final MainWindow window;
    private final Rooms rooms;
    private final Runnable ended;
    private boolean quitting;

    /// @param devices microphones, and dialogs for files
    /// @param ended run when everything is closed, on the FX thread
    App(Surrounding surrounding, Services services, Devices devices, Stage stage, Runnable ended) {
        this.surrounding = surrounding;
        this.services = services;
        this.ended = ended;
        this.language = Appearance.language(services.settings().get().appearance());
        this.desktop = new DesktopLinks(services.settings());
        this.window = new MainWindow(stage, toasts);
        Appearance.follow(services.settings());
        TextInserter inserter = TextInserter.of(surrounding.desktop(), desktop::modifiersHeld);
        this.rooms =
                new Rooms(
                        services,
                        new Frame(window, toasts, background, language),
                        devices,
                        new TextOutlets(inserter, services.settings(), background, stage),
                        new SelfReport(
                                surrounding.desktop(),
                                new Diagnostics(language, surrounding.desktop()),
                                () ->
                                        new Diagnostics.State(
                                                Surrounding.version(),
                                                SystemFacts.of(System.getProperties()),
                                                surrounding.environment(),
                                                desktop.hotkey(),
                                                inserter.canSend(),
                                                desktop.hasTray())));
        listenToKeys();
        showStateOutside();
        followSettings();
        WindowMemory.of(stage, services.settings());
        stage.setOnCloseRequest(
                event -> {
                    event.consume();
                    closed();
                });
    }

    private void listenToKeys() {
        DictationModel dictation = rooms.dictation();
        window.onKey(
                new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN),
                () -> {
                    window.go(Rooms.DICTATE);
                    dictation.toggle(Origin.WINDOW);
                });
        window.onKey(new KeyCodeCombination(KeyCode.Q, KeyCombination.SHORTCUT_DOWN), this::quit);
        window.onFiles(this::open);
    }

    private void showStateOutside() {
        DictationModel dictation = rooms.dictation();
        dictation
                .progress()
                .state()
                .subscribe(
                        state ->
                                desktop.show(
                                        trayState(state),
                                        state.isRecording(),
                                        !dictation.editor().get().isEmpty()));
    }

    private static TrayState trayState(DictationState state) {
        if (state.isRecording()) {
            return TrayState.RECORDING;
        }
        return state.isActive() ? TrayState.TRANSCRIBING : TrayState.IDLE;
    }

    private void followSettings() {
        services.settings()
                .settings()
                .subscribe(
                        now ->
                                services.recognition()
                                        .unloadAfter(now.transcription().unloadAfter()));
        AutostartLink.follow(services.settings(), surrounding, background, toasts, language);
    }

    /// Starts what may take a while, and shows the window.
    ///
    /// @param hidden whether it only waits in the tray, if there is one
    void start(boolean hidden) {
        rooms.start();
        DictationModel dictation = rooms.dictation();
        desktop.start(
                surrounding.desktop(),
                services.folders().cache().resolve("hotkey"),
                language,
                new HotkeyListener() {
                    @Override
                    public void pressed() {
                        dictation.press();
                    }

                    @Override
                    public void released() {
                        dictation.release();
                    }

                    @Override
                    public void cancelled() {
                        dictation.cancel();
                    }
                },
                new TrayActions(
                        () -> dictation.toggle(Origin.ELSEWHERE),
                        () -> TextOutlets.copy(dictation.editor().get()),
                        window::show,
                        this::quit));
        if (!hidden) {
            window.show();
        }
    }

    /// Tells that a model was opened, or closed.
    void modelIs(ModelState state) {
        rooms.dictation().modelIs(state);
    }

    /// Tells what the settings could not do.
    void settingsFailed(IOException failure) {
        toasts.show(rooms.words().format("settings.failed", String.valueOf(failure.getMessage())));
    }

    /// Tells that the settings file could not be read and where it was put.
    void settingsSetAside(Path file) {
        toasts.show(rooms.words().format("settings.aside", file.getFileName()));
    }

    /// Takes files into the queue and shows it.
    void open(List<Path> files) {
        rooms.files().add(files);
        window.go(Rooms.FILES);
    }

    /// Does what another process wants.
    Answer asked(Request request) {
        DictationModel dictation = rooms.dictation();
        boolean records = dictation.progress().state().get().isRecording();
        switch (request.command()) {
            case TOGGLE -> dictation.toggle(Origin.ELSEWHERE);
            case START -> {
                if (!records) {
                    dictation.toggle(Origin.ELSEWHERE);
                }
            }
            case STOP -> dictation.stop();
            case CANCEL -> dictation.cancel();
            case SHOW -> window.show();
            case OPEN -> {
                open(request.files());
                window.show();
            }
            // after the answer
            case QUIT -> FxThread.inOrder(this::quit);
            case STATUS -> {}
        }
        return new Answer.Done(status());
    }

    private Status status() {
        DictationStatus now = rooms.dictation().status();
        String model =
                rooms.dictation().modelState().get() instanceof ModelState.Loaded(String name, _)
                        ? name
                        : "";
        int waiting =
                (int)
                        rooms.files().rows().stream()
                                .filter(row -> !row.state().get().isOver())
                                .count();
        Duration recording = Duration.ofMillis(Math.round(now.seconds() * 1000));
        return new Status(now.state(), recording, model, waiting);
    }

    /// The window's cross: it waits in the tray where there is one, and ends where there is none.
    private void closed() {
        if (services.settings().get().general().closeToTray() && desktop.hasTray()) {
            window.stage().hide();
        } else {
            quit();
        }
    }

    /// Ends the program; what was begun is kept.
    void quit() {
        if (quitting) {
            return;
        }
        quitting = true;
        window.stage().hide();
        desktop.close();
        rooms.closeOnFx();
        var _ =
                background.run(
                        () -> {
                            // off the FX thread, since the disk is waited for
                            rooms.close();
                            services.close();
                            return ended;
                        },
                        Runnable::run,
                        failure -> {
                            System.getLogger(App.class.getName())
                                    .log(System.Logger.Level.ERROR, "not all was kept", failure);
                            ended.run();
                        });
    }

    FilesModel files() {
        return rooms.files();
    }

    DictationModel dictation() {
        return rooms.dictation();
    }

    /// The frame.
    MainWindow window() {
        return window;
    }
}
