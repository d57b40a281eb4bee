package dev.sayso.app.models.view;

import dev.sayso.app.models.CatalogueEntry;
import dev.sayso.app.models.ModelShelf;
import dev.sayso.app.models.download.DownloadException;
import dev.sayso.app.models.download.DownloadException.Reason;
import dev.sayso.app.models.download.DownloadProgress;
import dev.sayso.app.models.download.ModelDownload;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The downloads that are running, a virtual thread for each. Its methods are called on the FX
/// thread, and so are those who listen.
public final class Downloads {

    private static final Duration FAREWELL = Duration.ofSeconds(2);

    /// How a download ended.
    public sealed interface End {
        /// The model is here.
        record Complete() implements End {}

        /// It was stopped.
        record Stopped() implements End {}

        /// It was stopped, and what had arrived is deleted.
        record Cancelled() implements End {}

        /// The model cannot be had.
        record Failed(DownloadException reason) implements End {}
    }

    private final ModelDownload download;
    private final ModelShelf shelf;
    private final Executor fx;
    private final Map<String, Running> running = new HashMap<>();

    private static final class Running {
        private final AtomicReference<@Nullable DownloadProgress> newest = new AtomicReference<>();
        private @Nullable Thread thread;
        private volatile boolean cancelled;

        void stop() {
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    /// @param fx runs things on the FX thread, in order
    public Downloads(ModelDownload download, ModelShelf shelf, Executor fx) {
        this.download = download;
        this.shelf = shelf;
        this.fx = fx;
    }

    boolean isRunning(String name) {
        return running.containsKey(name);
    }

    void begin(
            CatalogueEntry entry,
            Consumer<? super DownloadProgress> progress,
            Consumer<? super End> ended) {
        Running run = new Running();
        running.put(entry.name(), run);
        progress.accept(DownloadProgress.none());
        run.thread =
                Thread.ofVirtual()
                        .name("download")
                        .start(
                                () -> {
                                    End end = run(entry, run, progress);
                                    fx.execute(
                                            () -> {
                                                running.remove(entry.name());
                                                ended.accept(end);
                                            });
                                });
    }

    private End run(
            CatalogueEntry entry, Running run, Consumer<? super DownloadProgress> progress) {
        try {
            download.run(entry.name(), entry.repository(), newest -> pass(run, newest, progress));
            return new End.Complete();
        } catch (InterruptedException e) {
            return run.cancelled ? cancelled(entry) : new End.Stopped();
        } catch (DownloadException e) {
            return run.cancelled ? cancelled(entry) : new End.Failed(e);
        } catch (IOException | RuntimeException | Error e) {
            // a fault of ours, but its card waits for an answer
            return new End.Failed(DownloadException.of(Reason.DISK, String.valueOf(e), e));
        }
    }

    private End cancelled(CatalogueEntry entry) {
        try {
            shelf.deletePartial(entry.name());
            return new End.Cancelled();
        } catch (IOException e) {
            return new End.Failed(DownloadException.of(Reason.DISK, String.valueOf(e), e));
        }
    }

    /// Leaves out what was overtaken before the FX thread came to it.
    private void pass(
            Running run, DownloadProgress now, Consumer<? super DownloadProgress> progress) {
        if (run.newest.getAndSet(now) == null) {
            fx.execute(
                    () -> {
                        DownloadProgress newest = run.newest.getAndSet(null);
                        if (newest != null) {
                            progress.accept(newest);
                        }
                    });
        }
    }

    void stop(String name) {
        Running run = running.get(name);
        if (run != null) {
            run.stop();
        }
    }

    /// @return false when there is no such download
    boolean cancel(String name) {
        Running run = running.get(name);
        if (run == null) {
            return false;
        }
        run.cancelled = true;
        run.stop();
        return true;
    }

    /// Stops them all, and waits a moment for their files to be closed.
    void close() {
        running.values().forEach(Running::stop);
        for (Running run : running.values()) {
            try {
                if (run.thread != null) {
                    run.thread.join(FAREWELL);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
