package dev.sayso.app.files;

import dev.sayso.app.files.Portions.Portion;
import dev.sayso.app.media.MediaDecoder;
import dev.sayso.app.media.MediaException;
import dev.sayso.app.media.MediaSound;
import dev.sayso.app.recognition.PreemptedException;
import dev.sayso.app.recognition.Recognition;
import dev.sayso.app.recognition.Recognition.Urgency;
import dev.sayso.app.recognition.RecognitionRun;
import dev.sayso.engine.Transcript;
import dev.sayso.engine.audio.Pcm;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// Decodes a file and has it transcribed, on the calling thread.
public final class FileWork {

    private final MediaDecoder media;
    private final Recognition recognition;

    public FileWork(MediaDecoder media, Recognition recognition) {
        this.media = media;
        this.recognition = recognition;
    }

    /// Does all of a file, from where its task says.
    ///
    /// @throws IOException when its sound cannot be had, or the model cannot be opened
    /// @throws InterruptedException when the calling thread is interrupted, or the recognition ends
    void run(FileTask task, FileListener listener) throws IOException, InterruptedException {
        listener.state(FileState.READING);
        try (MediaSound sound = media.open(task.file())) {
            listener.length(sound.announced());
            Portions portions = new Portions(sound, samples(task.from()));
            Portion portion = portions.next();
            if (portion == null && portions.length() == 0) {
                throw new MediaException(
                        MediaException.Kind.NO_SOUND, task.file() + ": expected sound, found none");
            }
            WorkClock clock = new WorkClock();
            while (portion != null) {
                portion = new Hearing(task, listener, clock).hear(portion, portions);
            }
            sound.warnings().forEach(listener::note);
            listener.length(time(portions.length()));
        }
    }

    private static long samples(Duration time) {
        return time.toMillis() * (Pcm.RATE / 1000);
    }

    static Duration time(long samples) {
        return Duration.ofNanos(samples * (1_000_000_000 / Pcm.RATE));
    }

    /// One portion's way through the recognition.
    private final class Hearing {

        private final FileTask task;
        private final FileListener listener;
        private final WorkClock clock;

        Hearing(FileTask task, FileListener listener, WorkClock clock) {
            this.task = task;
            this.listener = listener;
            this.clock = clock;
        }

        /// @return the next portion, which is decoded in the meantime
        @Nullable Portion hear(Portion portion, Portions portions)
                throws IOException, InterruptedException {
            listener.state(FileState.PREPARING);
            PortionListener heard = listenFrom(portion.start());
            RecognitionRun<Transcript> run = submit(portion.sound(), heard);
            Portion next = ahead(portions, run);
            int length = portion.sound().length();
            int done = 0;
            while (!finished(run)) {
                // a dictation came between; what was committed stays
                listener.state(FileState.YIELDING);
                done += heard.committed();
                if (done >= length) {
                    break;
                }
                heard = listenFrom(portion.start() + done);
                run = submit(portion.sound().slice(done, length), heard);
            }
            listener.settled(time(portion.start() + length));
            return next;
        }

        private PortionListener listenFrom(long sample) {
            return new PortionListener(sample, task.replacements(), listener, clock);
        }

        private @Nullable Portion ahead(Portions portions, RecognitionRun<Transcript> run)
                throws IOException, InterruptedException {
            boolean read = false;
            try {
                Portion next = portions.next();
                read = true;
                return next;
            } finally {
                if (!read) {
                    end(run);
                }
            }
        }

        private RecognitionRun<Transcript> submit(Pcm sound, PortionListener heard)
                throws InterruptedException {
            try {
                return recognition.submit(
                        Urgency.FILE,
                        task.wish(),
                        (transcriber, model) -> {
                            heard.begins(model);
                            try {
                                return transcriber.transcribe(sound, task.hints(), heard);
                            } finally {
                                heard.ends();
                            }
                        });
            } catch (IllegalStateException e) {
                // closed in the meantime: the program ends
                throw interrupted(e);
            }
        }

        /// Waits for a run.
        ///
        /// @return false when it was interrupted for a dictation
        private boolean finished(RecognitionRun<Transcript> run)
                throws IOException, InterruptedException {
            try {
                run.outcome().get().warnings().forEach(listener::note);
                return true;
            } catch (InterruptedException e) {
                end(run);
                throw e;
            } catch (CancellationException e) {
                throw interrupted(e);
            } catch (ExecutionException e) {
                return switch (e.getCause()) {
                    case PreemptedException _ -> false;
                    case CancellationException cancelled -> throw interrupted(cancelled);
                    case InterruptedException cancelled -> throw interrupted(cancelled);
                    case IOException failure -> throw new ModelFailedException(failure);
                    case RuntimeException fault -> throw fault;
                    case Error fault -> throw fault;
                    case null, default -> throw new IllegalStateException(e);
                };
            }
        }
    }

    /// Cancels a run and waits for its end, so that no more is heard of it.
    private static void end(RecognitionRun<?> run) {
        run.cancel();
        run.outcome().handle((_, _) -> null).join();
    }

    private static InterruptedException interrupted(Throwable cause) {
        InterruptedException interrupted = new InterruptedException(cause.getMessage());
        interrupted.initCause(cause);
        return interrupted;
    }
}
