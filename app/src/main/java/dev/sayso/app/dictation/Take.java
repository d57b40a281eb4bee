package dev.sayso.app.dictation;

import dev.sayso.app.microphone.InputDevice;
import dev.sayso.app.microphone.InputLevel;
import dev.sayso.app.microphone.Inputs;
import dev.sayso.app.microphone.LevelMeter;
import dev.sayso.app.microphone.LevelTrack;
import dev.sayso.app.microphone.Microphone;
import dev.sayso.app.recordings.RecordingFile;
import dev.sayso.app.recordings.RecordingStore;
import dev.sayso.engine.audio.Pcm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Takes in what one dictation says: opens the microphone, writes to disk, then hands on. On a
/// thread of its own, so that neither the window nor the model can make it wait.
final class Take {

    /// What is heard after someone has asked to stop: the end of the last word.
    private static final Duration TAIL = Duration.ofMillis(250);

    /// Levels between two that the listener is told of.
    private static final int LEVELS_PER_PROGRESS = 6;

    /// Told on the take's thread.
    interface Listener {

        /// The first sound has come.
        void armed();

        /// Told some times a second.
        void progress(Duration taken, InputLevel level);

        /// Something is not as it should be, and the take goes on.
        void trouble(DictationFailure failure);

        /// It is over; nothing is told any more.
        void ended(End end);
    }

    /// What is wanted.
    ///
    /// @param device empty: the system's choice
    /// @param keepOpen whether the microphone may stay open afterwards
    /// @param silence ends the take; zero: never
    record Wish(String device, boolean keepOpen, Duration silence) {}

    /// How it ended.
    ///
    /// @param failure null when somebody stopped it, or silence did
    /// @param recording what is on disk; null for nothing
    /// @param taken how much was heard
    /// @param muted whether nothing but digital silence came at the end
    record End(
            @Nullable DictationFailure failure,
            @Nullable Path recording,
            Duration taken,
            boolean muted) {}

    private final Inputs inputs;
    private final RecordingStore store;
    private final Wish wish;
    private final LevelTrack levels;
    private final Listener listener;

    private final TakenSound sound = new TakenSound();
    private final SilenceWatch silence;
    private final LevelMeter meter = new LevelMeter(this::measured);

    private volatile boolean stopped;
    private volatile boolean paused;
    private volatile boolean aborted;
    private volatile @Nullable Microphone open;

    private @Nullable RecordingFile file;
    private boolean diskFailed;
    private boolean armed;
    private long samples;
    private int untold;
    private InputLevel level = InputLevel.NONE;

    Take(Inputs inputs, RecordingStore store, Wish wish, LevelTrack levels, Listener listener) {
        this.inputs = inputs;
        this.store = store;
        this.wish = wish;
        this.levels = levels;
        this.listener = listener;
        this.silence = new SilenceWatch(wish.silence());
    }

    void start() {
        Thread thread = new Thread(this::run, "take");
        thread.setDaemon(true);
        thread.start();
    }

    /// What was taken, as the recognition reads it.
    TakenSound sound() {
        return sound;
    }

    /// Lets sound go, or takes it in again.
    void pause(boolean wanted) {
        paused = wanted;
    }

    /// Ends it after a tail.
    void stop() {
        stopped = true;
    }

    /// Ends it at once; waits for the device, so not on the FX thread.
    void abort() {
        aborted = true;
        Microphone microphone = open;
        if (microphone != null) {
            microphone.close();
        }
    }

    private void run() {
        DictationFailure failure = null;
        try (Microphone microphone = open()) {
            open = microphone;
            if (!aborted && !listen(microphone) && !aborted) {
                failure = DictationFailure.of(DictationFailure.Kind.MICROPHONE_LOST, "it ended");
            }
        } catch (IOException | RuntimeException e) {
            // drivers throw all sorts of things; whatever it was, the sound so far is kept
            failure = DictationFailure.of(kind(), String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeFile();
            sound.end();
            listener.ended(
                    new End(
                            aborted ? null : failure,
                            file == null ? null : file.path(),
                            taken(),
                            level.muted()));
        }
    }

    private DictationFailure.Kind kind() {
        if (open != null) {
            return DictationFailure.Kind.MICROPHONE_LOST;
        }
        return inputs.devices().isEmpty()
                ? DictationFailure.Kind.NO_MICROPHONE
                : DictationFailure.Kind.MICROPHONE_REFUSED;
    }

    private Microphone open() throws IOException {
        try {
            return inputs.open(wish.device(), wish.keepOpen());
        } catch (IOException e) {
            boolean missing =
                    inputs.devices().stream().map(InputDevice::id).noneMatch(wish.device()::equals);
            if (wish.device().isEmpty() || !missing) {
                throw e;
            }
            Microphone other = inputs.open("", wish.keepOpen());
            listener.trouble(
                    DictationFailure.of(DictationFailure.Kind.OTHER_MICROPHONE, e.getMessage()));
            return other;
        }
    }

    /// Takes sound in until somebody stops, or silence has lasted.
    ///
    /// @return false when the microphone has ended
    private boolean listen(Microphone microphone) throws IOException, InterruptedException {
        float[] block = new float[LevelMeter.WINDOW];
        long left = -1;
        while (!aborted) {
            if (stopped && left < 0) {
                if (paused) {
                    return true;
                }
                left = microphone.available() + TAIL.toMillis() * Pcm.RATE / 1000;
            }
            int most = left < 0 ? block.length : (int) Math.min(block.length, left);
            int got = microphone.read(block, 0, most);
            if (got < 0) {
                return false;
            }
            arm();
            if (paused) {
                continue;
            }
            keep(block, got);
            boolean quiet = silence.accept(block, got);
            left = left < 0 ? left : left - got;
            if (left == 0 || quiet) {
                return true;
            }
        }
        return true;
    }

    private void arm() {
        if (!armed) {
            armed = true;
            listener.armed();
        }
    }

    /// To disk first.
    private void keep(float[] block, int length) {
        write(block, length);
        samples += length;
        sound.add(block, length);
        meter.accept(block, length);
    }

    private void write(float[] block, int length) {
        if (diskFailed) {
            return;
        }
        try {
            RecordingFile writing = file;
            if (writing == null) {
                writing = store.begin(Instant.now());
                file = writing;
            }
            writing.write(block, length);
        } catch (IOException e) {
            diskFailed = true;
            closeFile();
            listener.trouble(
                    DictationFailure.of(DictationFailure.Kind.DISK, e.getMessage())
                            .with(file == null ? null : file.path()));
        }
    }

    private void closeFile() {
        if (file == null) {
            return;
        }
        try {
            file.close();
        } catch (IOException e) {
            // its sound is there; the header is repaired by whoever reads it
            System.getLogger(Take.class.getName())
                    .log(System.Logger.Level.WARNING, "a recording was not closed well", e);
        }
    }

    private void measured(InputLevel measured) {
        boolean tell =
                ++untold >= LEVELS_PER_PROGRESS
                        || measured.muted() != level.muted()
                        || measured.clipping() != level.clipping();
        level = measured;
        levels.add(measured);
        if (tell) {
            untold = 0;
            listener.progress(taken(), measured);
        }
    }

    private Duration taken() {
        return Duration.ofNanos(samples * 1_000_000_000L / Pcm.RATE);
    }
}
