package dev.sayso.app.recognition;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Runs what is handed in, one after the other, on a thread of its own; opens the model when a run
/// needs it, and closes it when nobody has needed it for a while.
public final class Recognition implements AutoCloseable {

    /// Who waits for the result.
    public enum Urgency {
        /// Someone who speaks: goes first, and interrupts a file.
        DICTATION,
        /// A queue.
        FILE
    }

    private final OpenModel model;
    private final Thread thread;
    private final Deque<Job<?>> dictations = new ArrayDeque<>();
    private final Deque<Job<?>> files = new ArrayDeque<>();
    private @Nullable Job<?> current;
    private Duration unloadAfter = Duration.ofMinutes(5);
    private boolean releasing;
    private boolean closed;

    /// Nothing is opened before the first run.
    public Recognition(OpenModel model) {
        this.model = model;
        this.thread = new Thread(this::work, "recognition");
        thread.setDaemon(true);
        thread.start();
    }

    /// How long a model stays open that nobody needs; zero: for ever.
    public synchronized void unloadAfter(Duration time) {
        unloadAfter = time;
        notifyAll();
    }

    /// Hands in a task.
    ///
    /// @throws IllegalStateException when the recognition is closed
    public synchronized <T> RecognitionRun<T> submit(
            Urgency urgency, ModelWish wish, RecognitionTask<T> task) {
        if (closed) {
            throw new IllegalStateException("the recognition is closed");
        }
        Job<T> job = new Job<>(urgency, wish, task);
        (urgency == Urgency.DICTATION ? dictations : files).add(job);
        Job<?> running = current;
        if (urgency == Urgency.DICTATION && running != null && running.urgency == Urgency.FILE) {
            running.preempted = true;
            thread.interrupt();
        }
        notifyAll();
        return job;
    }

    /// Opens a model ahead of the first run that wants it.
    public void prepare(ModelWish wish) {
        submit(Urgency.DICTATION, wish, (_, name) -> name);
    }

    /// Frees the model of this name, if it is open, and waits until it is.
    ///
    /// @return false when it is at work, or just about to be
    public synchronized boolean release(String name) throws InterruptedException {
        if (!model.name().equals(name)) {
            return true;
        }
        if (current != null || !dictations.isEmpty() || !files.isEmpty()) {
            return false;
        }
        releasing = true;
        notifyAll();
        while (releasing && !closed) {
            wait();
        }
        return true;
    }

    private void work() {
        for (Job<?> job = next(); job != null; job = next()) {
            Runnable outcome = job.runOn(model);
            finished(job);
            // only now: who is told may ask for the model to be released
            outcome.run();
        }
        model.close();
    }

    /// Waits for a job; closes the model when there is none for long.
    private synchronized @Nullable Job<?> next() {
        long idleSince = System.nanoTime();
        while (!closed) {
            if (releasing) {
                model.close();
                releasing = false;
                notifyAll();
            }
            Job<?> job = dictations.isEmpty() ? files.poll() : dictations.poll();
            if (job != null) {
                current = job;
                job.running = true;
                return job;
            }
            boolean idles = unloadAfter.isPositive() && model.isOpen();
            long left = unloadAfter.toMillis() - (System.nanoTime() - idleSince) / 1_000_000;
            if (idles && left <= 0) {
                model.close();
                continue;
            }
            try {
                wait(idles ? left : 0);
            } catch (InterruptedException e) {
                // meant for a run that has ended in the meantime: there is nothing to stop
                idleSince = System.nanoTime();
            }
        }
        return null;
    }

    private synchronized void finished(Job<?> job) {
        current = null;
        job.running = false;
        // an interrupt that came too late must not hit the next run
        Thread.interrupted();
    }

    /// Ends the current run and all that wait, and frees the model. Waits for that.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            dictations.forEach(Job::cancelled);
            files.forEach(Job::cancelled);
            if (current != null) {
                current.cancelled = true;
                thread.interrupt();
            }
            notifyAll();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Job<T> implements RecognitionRun<T> {

        private final Urgency urgency;
        private final ModelWish wish;
        private final RecognitionTask<T> task;
        private final CompletableFuture<T> outcome = new CompletableFuture<>();
        private boolean running;
        private volatile boolean cancelled;
        private volatile boolean preempted;

        Job(Urgency urgency, ModelWish wish, RecognitionTask<T> task) {
            this.urgency = urgency;
            this.wish = wish;
            this.task = task;
        }

        @Override
        public CompletableFuture<T> outcome() {
            return outcome;
        }

        @Override
        public void cancel() {
            synchronized (Recognition.this) {
                if (dictations.remove(this) || files.remove(this)) {
                    cancelled();
                } else if (running) {
                    cancelled = true;
                    thread.interrupt();
                }
            }
        }

        private void cancelled() {
            outcome.completeExceptionally(new CancellationException("cancelled"));
        }

        /// @return tells of the outcome
        Runnable runOn(OpenModel model) {
            try {
                Transcriber transcriber = model.open(wish);
                T result = task.run(transcriber, model.name());
                return () -> outcome.complete(result);
            } catch (InterruptedException | java.io.IOException | RuntimeException | Error e) {
                Throwable reason = reason(e);
                return () -> outcome.completeExceptionally(reason);
            }
        }

        private Throwable reason(Throwable thrown) {
            if (cancelled) {
                return new CancellationException("cancelled");
            }
            boolean interrupted =
                    thrown instanceof InterruptedException
                            || thrown instanceof java.io.InterruptedIOException;
            return preempted && interrupted ? new PreemptedException() : thrown;
        }
    }
}
