package dev.sayso.engine;

import dev.sayso.engine.audio.AudioSource;
import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.audio.SpeechDetector;
import dev.sayso.engine.stream.Caches;
import dev.sayso.engine.stream.Seams;
import dev.sayso.engine.stream.SoundBuffer;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// The live loop: sound in blocks, utterances where somebody speaks, rounds while they last.
final class LiveTranscription implements SpeechDetector.Listener {

    /// Sound is taken in blocks of 100 ms, however it arrives, so that the outcome doesn't depend
    /// on how it arrives.
    private static final int BLOCK = Pcm.RATE / 10;

    /// An utterance begins a little before its speech was noticed to, and ends a little after.
    private static final int BEFORE = Pcm.RATE / 10;

    private static final int AFTER = Pcm.RATE / 5;

    /// Past sound kept while nobody speaks, since speech is noticed late.
    private static final int KEPT = 3 * Pcm.RATE;

    /// Sound that is waiting is taken in before the next round, up to so many rounds of it.
    private static final int MOST_ROUNDS_BEHIND = 3;

    private final UtteranceWriter utterances;
    private final TranscriptWriter writer;
    private final @Nullable SpeechDetector detector;
    private final SoundBuffer sound = new SoundBuffer();
    private final int round;
    private final float[] block = new float[BLOCK];
    private int filled;

    /// Where the open utterance begins, where its last round ended; -1 when nobody speaks.
    private long start = -1;

    private long heard;

    /// Where the last utterance ended.
    private long done;

    /// What the detector said of the last block.
    private long started = -1;

    private long ended = -1;

    LiveTranscription(
            StretchDecoder decoder,
            Caches caches,
            Hints hints,
            StreamOptions options,
            StreamListener listener) {
        this.writer = new TranscriptWriter(hints, listener);
        this.utterances = new UtteranceWriter(decoder, caches, hints, options, writer, listener);
        this.round = samples(options.round());
        this.detector = options.detectSpeech() ? new SpeechDetector(settings(options), this) : null;
    }

    private static SpeechDetector.Settings settings(StreamOptions options) {
        // the true edges: what is put around them is decided here
        return SpeechDetector.Settings.defaults()
                .withPadding(Duration.ZERO, Duration.ZERO)
                .withPause(options.pause());
    }

    private static int samples(Duration time) {
        return (int) (time.toMillis() * Pcm.RATE / 1000);
    }

    static Duration time(long samples) {
        return Duration.ofNanos(samples * 1_000_000_000L / Pcm.RATE);
    }

    @Override
    public void speechStarted(long sample) {
        started = sample;
    }

    @Override
    public void speechEnded(long sample) {
        ended = sample;
    }

    /// Listens to the end of a source.
    Transcript run(AudioSource source) throws IOException, InterruptedException {
        try {
            while (fill(source)) {
                hear(source.available());
            }
        } catch (IOException e) {
            if (Thread.interrupted()) {
                // that is how a stream's reader tells
                InterruptedException interrupted = new InterruptedException(e.getMessage());
                interrupted.initCause(e);
                throw interrupted;
            }
            // what was heard before the source broke is not lost
            hear(0);
            end();
            throw e;
        }
        end();
        return writer.transcript(utterances.timings(time(sound.end())));
    }

    /// Takes in a whole block, or what is left before the end.
    ///
    /// @return false when nothing is left
    private boolean fill(AudioSource source) throws IOException, InterruptedException {
        while (filled < BLOCK) {
            int got = source.read(block, filled, BLOCK - filled);
            if (got < 0) {
                break;
            }
            filled += got;
        }
        return filled > 0;
    }

    /// Hears what was taken in.
    ///
    /// @param waiting samples that could be taken in at once
    private void hear(int waiting) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        sound.append(block, filled);
        if (detector != null) {
            detector.accept(block, 0, filled);
        } else if (start < 0) {
            started = done;
        }
        filled = 0;
        follow();
        if (start >= 0 && sound.end() - heard >= round && !isBehind(waiting)) {
            // a whole number of rounds when on time, all there is when not
            round(sound.end() - heard < round + BLOCK ? heard + round : sound.end());
        }
        sound.forgetBefore(start >= 0 ? start : Math.max(done, sound.end() - KEPT));
        if (start < 0 && sound.end() % Pcm.RATE < BLOCK) {
            writer.progress(time(sound.end()), Duration.ZERO);
        }
    }

    private boolean isBehind(int waiting) {
        return waiting >= BLOCK && sound.end() - heard < (long) MOST_ROUNDS_BEHIND * round;
    }

    /// Opens and closes utterances as the detector says.
    private void follow() throws InterruptedException {
        if (start < 0 && started >= 0 && ended > started) {
            // all of it lies in one block
            open(started);
            started = -1;
        }
        if (ended >= 0 && start >= 0) {
            finish(Math.clamp(ended + AFTER, start + 1, sound.end()));
            start = -1;
        }
        if (started >= 0 && start < 0) {
            open(started);
        }
        started = -1;
        ended = -1;
    }

    private void open(long speech) {
        open(Math.max(Math.max(done, sound.start()), speech - BEFORE), false);
    }

    private void open(long from, boolean atSeam) {
        start = from;
        heard = from;
        utterances.open(from, atSeam);
    }

    private void round(long to) throws InterruptedException {
        Pcm all = sound.between(start, to);
        OptionalInt seam = Seams.find(all, (int) (heard - start));
        if (seam.isEmpty() && utterances.isLost()) {
            seam = OptionalInt.of(Seams.quietest(all, (int) (heard - start)));
        }
        if (seam.isPresent()) {
            finish(start + seam.getAsInt());
            open(done, true);
        } else {
            utterances.hear(all, to);
            heard = to;
        }
        writer.progress(time(Math.max(heard, done)), Duration.ZERO);
    }

    private void finish(long to) throws InterruptedException {
        utterances.finish(sound.between(start, to), to);
        done = to;
    }

    private void end() throws InterruptedException {
        if (detector != null) {
            detector.finish();
        }
        follow();
        if (start >= 0 && sound.end() > start) {
            finish(sound.end());
        }
        start = -1;
        writer.progress(time(sound.end()), time(sound.end()));
    }
}
