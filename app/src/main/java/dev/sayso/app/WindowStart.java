package dev.sayso.app;

import dev.sayso.app.desktop.CrashLog;
import dev.sayso.app.desktop.CrashReport;
import dev.sayso.app.desktop.FilesFromSystem;
import dev.sayso.app.desktop.StartupFailure;
import dev.sayso.app.desktop.StartupFailure.Kind;
import dev.sayso.app.desktop.SystemFacts;
import dev.sayso.app.instance.Command;
import dev.sayso.app.instance.InstanceClient;
import dev.sayso.app.instance.Request;
import dev.sayso.app.instance.RunFolder;
import dev.sayso.app.instance.SingleInstance;
import dev.sayso.app.recognition.ModelState;
import dev.sayso.app.recognition.WarmOpener;
import dev.sayso.app.settings.SettingsStore;
import dev.sayso.app.ui.FxThread;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Opens the window, or hands what it was to do to the one that is open.
final class WindowStart {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Surrounding surrounding;
    private final Services.Machine machine;
    private final Consumer<String> print;
    private final AtomicBoolean broken = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<@Nullable App> app = new AtomicReference<>();

    /// @param print writes to standard error
    WindowStart(Surrounding surrounding, Services.Machine machine, Consumer<String> print) {
        this.surrounding = surrounding;
        this.machine = machine;
        this.print = print;
    }

    /// Runs until the window has ended.
    ///
    /// @return the process's exit code
    int run(WindowArguments wanted) throws InterruptedException {
        Requests requests = new Requests();
        Path folder = RunFolder.of(surrounding.environment(), machine.folders());
        SingleInstance instance = null;
        try {
            Optional<SingleInstance> claimed = SingleInstance.claim(folder, requests);
            if (claimed.isEmpty()) {
                return handOver(folder, wanted);
            }
            instance = claimed.get();
        } catch (IOException e) {
            // a window that cannot be called is better than none
            print.accept("other programs cannot call the window: " + e.getMessage());
        }
        int code = window(requests, wanted);
        try {
            if (instance != null) {
                instance.close();
            }
        } catch (IOException e) {
            print.accept(String.valueOf(e.getMessage()));
        }
        return code;
    }

    private int handOver(Path folder, WindowArguments wanted) throws InterruptedException {
        Request request =
                wanted.files().isEmpty() ? Request.of(Command.SHOW) : Request.open(wanted.files());
        try {
            new InstanceClient(folder).send(request, PATIENCE);
            return 0;
        } catch (IOException e) {
            print.accept(String.valueOf(e.getMessage()));
            return 1;
        }
    }

    private int window(Requests requests, WindowArguments wanted) throws InterruptedException {
        CrashLog log = openLog();
        SettingsStore.Opened found =
                SettingsStore.open(
                        machine.folders().settings(), Clock.system(ZoneId.systemDefault()));
        StartupFailure failure =
                new StartupFailure(
                        Appearance.language(found.settings().appearance()), false, print);
        if (log != null) {
            log.watch(thrown -> crashed(failure, thrown));
        }
        Services services =
                Services.of(
                        machine,
                        WarmOpener::openEngine,
                        found.settings(),
                        this::modelIs,
                        this::settingsFailed);
        FilesFromSystem.listen(surrounding.desktop(), requests::open);
        try {
            FxThread.start(() -> open(services, requests, wanted, found));
        } catch (UnsupportedOperationException | IllegalStateException | LinkageError e) {
            if (log != null) {
                log.write("JavaFX cannot start", e);
            }
            failure.show(Kind.START, report(e));
            return 1;
        }
        ended.await();
        FxThread.exit();
        if (log != null) {
            log.close();
        }
        return 0;
    }

    private @Nullable CrashLog openLog() {
        try {
            return CrashLog.open(machine.folders().logs(), surrounding.home().toString());
        } catch (IOException e) {
            print.accept("no log is written: " + e.getMessage());
            return null;
        }
    }

    private void open(
            Services services,
            Requests requests,
            WindowArguments wanted,
            SettingsStore.Opened found) {
        App opened =
                new App(surrounding, services, Devices.ofSystem(), new Stage(), ended::countDown);
        app.set(opened);
        opened.start(wanted.hidden());
        if (found.setAside() != null) {
            opened.settingsSetAside(found.setAside());
        } else if (found.failure() != null) {
            opened.settingsFailed(found.failure());
        }
        if (!wanted.files().isEmpty()) {
            opened.open(wanted.files());
        }
        requests.answeredBy(opened);
    }

    private void modelIs(ModelState state) {
        FxThread.inOrder(
                () -> {
                    App opened = app.get();
                    if (opened != null) {
                        opened.modelIs(state);
                    }
                });
    }

    private void settingsFailed(IOException failure) {
        FxThread.inOrder(
                () -> {
                    App opened = app.get();
                    if (opened != null) {
                        opened.settingsFailed(failure);
                    }
                });
    }

    /// Says so once; on a thread of its own, since the one that broke may be the FX thread.
    private void crashed(StartupFailure failure, Throwable thrown) {
        if (!broken.getAndSet(true)) {
            Thread.ofPlatform()
                    .daemon()
                    .name("failure")
                    .start(
                            () -> {
                                try {
                                    failure.show(Kind.CRASH, report(thrown));
                                } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                }
                                if (app.get() == null) {
                                    // it broke while the window was made: there is none
                                    ended.countDown();
                                }
                            });
        }
    }

    private CrashReport report(Throwable thrown) {
        return CrashReport.of(
                thrown,
                Surrounding.version(),
                SystemFacts.of(System.getProperties()).summary(),
                surrounding.home().toString());
    }
}
