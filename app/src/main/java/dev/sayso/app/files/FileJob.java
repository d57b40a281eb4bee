package dev.sayso.app.files;

import dev.sayso.app.settings.Settings;
import dev.sayso.engine.Transcript.Segment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A row being worked on: its thread, and the way of what happens there to the row.
final class FileJob implements FileListener {

    private final FileRow row;
    private final Executor fx;
    private final Runnable committed;
    private final Consumer<FileJob> over;
    private final Duration from;
    private volatile AtomicReference<@Nullable String> tail = new AtomicReference<>();
    private @Nullable Thread thread;
    private volatile boolean cancelled;

    /// @param committed told on the FX thread when there is more to keep
    /// @param over told on the FX thread at the end, unless it was cancelled
    FileJob(FileRow row, Executor fx, Runnable committed, Consumer<FileJob> over) {
        this.row = row;
        this.fx = fx;
        this.committed = committed;
        this.over = over;
        this.from = row.settled();
    }

    FileRow row() {
        return row;
    }

    void start(FileWork work, FileTask task, FileOutlets.Writer beside, Settings.Files wanted) {
        thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("files")
                        .start(() -> run(work, task, beside, wanted));
    }

    /// From now on nothing reaches the row. Returns at once.
    void cancel() {
        cancelled = true;
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    private void run(
            FileWork work, FileTask task, FileOutlets.Writer beside, Settings.Files wanted) {
        try {
            work.run(task, this);
            onRow(() -> written(beside, wanted));
        } catch (InterruptedException e) {
            // cancelled, or the program ends: then the row waits for the next start
            end(() -> row.enter(FileState.WAITING));
        } catch (IOException | RuntimeException | Error e) {
            FileProblem problem = FileProblem.of(e);
            boolean fault = problem.kind() == FileProblem.Kind.FAULT;
            System.getLogger(FileJob.class.getName())
                    .log(
                            fault ? System.Logger.Level.WARNING : System.Logger.Level.DEBUG,
                            "a file has no transcript",
                            e);
            end(() -> row.fail(problem));
        }
    }

    /// All text is in the row: writes it beside the source, if that is wanted.
    private void written(FileOutlets.Writer beside, Settings.Files wanted) {
        Path folder = row.file().getParent();
        if (!wanted.besideSource() || folder == null) {
            end(() -> row.enter(FileState.DONE));
            return;
        }
        FileResult result = row.result();
        thread =
                Thread.ofVirtual()
                        .name("file outputs")
                        .start(() -> write(beside, result, folder, wanted.formats()));
    }

    private void write(
            FileOutlets.Writer beside, FileResult result, Path folder, List<String> formats) {
        String failure = null;
        try {
            beside.write(result.transcript(), folder, formats);
        } catch (IOException e) {
            failure = e.getMessage() == null ? e.toString() : e.getMessage();
        }
        String reason = failure;
        end(
                () -> {
                    if (reason != null) {
                        row.notWritten(reason);
                    }
                    row.enter(FileState.DONE);
                });
    }

    private void end(Runnable last) {
        onRow(
                () -> {
                    last.run();
                    over.accept(this);
                });
    }

    private void onRow(Runnable change) {
        if (cancelled) {
            return;
        }
        fx.execute(
                () -> {
                    if (!cancelled) {
                        change.run();
                    }
                });
    }

    @Override
    public void length(@Nullable Duration length) {
        onRow(() -> row.length(length));
    }

    @Override
    public void state(FileState state) {
        onRow(() -> row.enter(state));
    }

    @Override
    public void committed(Segment segment, String model) {
        // what follows must not be shown by a call that comes before this one
        tail = new AtomicReference<>();
        onRow(
                () -> {
                    row.commit(segment, model);
                    committed.run();
                });
    }

    /// Only the newest matters: tokens may come faster than frames.
    @Override
    public void tentative(String text) {
        AtomicReference<@Nullable String> newest = tail;
        if (newest.getAndSet(text) == null) {
            onRow(
                    () -> {
                        String now = newest.getAndSet(null);
                        if (now != null && row.state().get() == FileState.TRANSCRIBING) {
                            row.tentative(now);
                        }
                    });
        }
    }

    @Override
    public void reached(Duration position, Duration work) {
        onRow(
                () -> {
                    row.move(position);
                    double done = position.minus(from).toNanos();
                    if (done > 0 && work.toMillis() > 0) {
                        row.speed(done / work.toNanos());
                    }
                });
    }

    @Override
    public void settled(Duration position) {
        onRow(
                () -> {
                    row.settle(position);
                    committed.run();
                });
    }

    @Override
    public void note(String sentence) {
        onRow(() -> row.note(sentence));
    }
}
