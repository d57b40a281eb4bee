package dev.sayso.app;

import dev.sayso.app.folders.AppFolders;
import dev.sayso.app.instance.RunFolder;
import dev.sayso.app.instance.SingleInstance;
import dev.sayso.app.media.MediaDecoder;
import dev.sayso.app.microphone.ScriptedInputs;
import dev.sayso.app.models.InstalledModels;
import dev.sayso.app.models.RegisteredFolders;
import dev.sayso.app.models.StarterModel;
import dev.sayso.app.recognition.ModelState;
import dev.sayso.app.recognition.Transcriber;
import dev.sayso.app.settings.Settings;
import dev.sayso.app.settings.Settings.WindowPlace;
import dev.sayso.app.settings.SettingsStore;
import dev.sayso.app.ui.FileDialogs;
import dev.sayso.app.ui.FxThread;
import dev.sayso.app.ui.UiWatchdog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The whole program in a folder of its own, from its start to its end: only the microphone, the
/// dialogs for files and, if wanted, the model are scripted. Its FX thread is watched.
final class AppRun {

    /// No display, no session: what belongs to a desktop stays away.
    private static final String SYSTEM = "Linux";

    final Path home;
    final AppFolders folders;
    final ScriptedInputs inputs = new ScriptedInputs();
    final Services services;
    final App app;
    final Stage stage;
    final UiWatchdog watchdog;

    /// What dialogs answer: files to open, and where to save.
    final List<Path> chosen = new ArrayList<>();

    private final Path saved;
    private final Requests requests = new Requests();
    private final SingleInstance instance;
    private final CountDownLatch ended = new CountDownLatch(1);

    /// @param opener opens models
    /// @param change made in the settings that are found
    AppRun(Path home, Transcriber.Opener opener, UnaryOperator<Settings> change) throws Exception {
        this.home = home;
        this.saved = home.resolveSibling("saved");
        Surrounding surrounding =
                new Surrounding(Map.of("SAYSO_HOME", home.toString()), SYSTEM, home, null);
        folders = surrounding.folders();
        instance =
                SingleInstance.claim(RunFolder.of(surrounding.environment(), folders), requests)
                        .orElseThrow();
        AtomicReference<@Nullable App> opened = new AtomicReference<>();
        services =
                Services.of(
                        new Services.Machine(
                                folders,
                                new InstalledModels(
                                        folders.models(),
                                        StarterModel.bundled(folders.models()),
                                        new RegisteredFolders(folders.registeredModels())),
                                // unpacking takes a second: one place for all tests
                                new MediaDecoder(Path.of("target", "decoder").toAbsolutePath())),
                        opener,
                        change.apply(settings(folders)),
                        state -> tell(opened, state),
                        failure -> {
                            throw new AssertionError(failure);
                        });
        watchdog = UiWatchdog.of(onFx(Thread::currentThread));
        stage = onFx(Stage::new);
        app = onFx(() -> start(surrounding));
        opened.set(app);
        requests.answeredBy(app);
    }

    /// With the starter model.
    static AppRun of(Path home) throws Exception {
        return new AppRun(home, Transcriber::open, settings -> settings);
    }

    private static Settings settings(AppFolders folders) {
        Settings found =
                SettingsStore.open(folders.settings(), Clock.system(ZoneOffset.UTC)).settings();
        // a large window must not pass the headless screen's edge
        return found.place().width() > 0
                ? found
                : found.with(new WindowPlace(0, 0, 1040, 720, false));
    }

    private App start(Surrounding surrounding) {
        Devices devices = new Devices(inputs, _ -> new Answers(), () -> stage);
        App made = new App(surrounding, services, devices, stage, ended::countDown);
        made.start(false);
        return made;
    }

    private static void tell(AtomicReference<@Nullable App> opened, ModelState state) {
        FxThread.inOrder(
                () -> {
                    App app = opened.get();
                    if (app != null) {
                        app.modelIs(state);
                    }
                });
    }

    /// As its user does in the settings; on the FX thread.
    void change(UnaryOperator<Settings> wanted) {
        services.settings().change(wanted);
    }

    /// Where other processes find this one.
    Path runFolder() {
        return RunFolder.of(Map.of("SAYSO_HOME", home.toString()), folders);
    }

    /// Where what is saved goes.
    Path saved() {
        return saved;
    }

    /// Ends the program as its user does, and waits until all is written.
    void end() throws Exception {
        try {
            onFx(
                    () -> {
                        app.quit();
                        return app;
                    });
            if (!ended.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("waited 30 s for the end");
            }
        } finally {
            watchdog.close();
            instance.close();
        }
    }

    private static <T> T onFx(java.util.concurrent.Callable<T> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        FxThread.inOrder(
                () -> {
                    try {
                        done.complete(work.call());
                    } catch (Exception | Error e) {
                        done.completeExceptionally(e);
                    }
                });
        return done.get(Duration.ofSeconds(30).toSeconds(), TimeUnit.SECONDS);
    }

    private final class Answers implements FileDialogs {
        @Override
        public List<Path> open(String title) {
            return List.copyOf(chosen);
        }

        @Override
        public @Nullable Path folder(String title) {
            return null;
        }

        @Override
        public Path save(String title, String name) {
            try {
                java.nio.file.Files.createDirectories(saved);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return Objects.requireNonNull(saved.resolve(name));
        }
    }
}
