package dev.sayso.engine;

import dev.sayso.engine.audio.AudioSource;
import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.stream.Caches;
import dev.sayso.engine.stream.Seams;
import dev.sayso.engine.stream.SoundBuffer;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;

/// The live loop: sound in blocks, utterances where somebody speaks, rounds while they last.
final class LiveTranscription implements SpeechFinder.Listener {

    /// Sound is taken in blocks of 100 ms, however it arrives, so that the outcome doesn't depend
    /// on how it arrives.
    private static final int BLOCK = Pcm.RATE / 10;

    /// An utterance begins a little before its speech was noticed to, and ends a little after.
    private static final int BEFORE = Pcm.RATE * 3 / 10;

    private static final int AFTER = Pcm.RATE * 3 / 10;

    /// Past sound kept while nobody speaks, since speech is noticed late.
    private static final int KEPT = 3 * Pcm.RATE;

    /// Sound that is waiting is taken in before the next round, up to so many rounds of it.
    private static final int MOST_ROUNDS_BEHIND = 3;

    private final UtteranceWriter utterances;
    private final TranscriptWriter writer;
    private final SpeechFinder finder;
    private final SoundBuffer sound = new SoundBuffer();
    private final Costs costs = new Costs();
    private final int round;

    /// Where the open utterance begins, where its last round ended; -1 when nobody speaks.
    private long start = -1;

    private long heard;

    /// Where the last utterance ended.
    private long done;

    /// What the finder said about the last block.
    private long started = -1;

    private long ended = -1;

    LiveTranscription(
            StretchDecoder decoder,
            Caches caches,
            Hints hints,
            StreamOptions options,
            StreamListener listener) {
        this.writer = new TranscriptWriter(hints, listener);
        this.utterances =
                new UtteranceWriter(decoder, caches, hints, options, costs, writer, listener);
        this.round = samples(options.round());
        this.finder =
                options.detectSpeech()
                        ? new LoudnessFinder(samples(options.pause()), this)
                        : SpeechFinder.everything(this);
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
            float[] block = new float[BLOCK];
            for (int got = fill(source, block); got > 0; got = fill(source, block)) {
                hear(block, got, source.available());
            }
        } catch (IOException e) {
            if (Thread.interrupted()) {
                // that is how a stream's reader tells
                InterruptedException interrupted = new InterruptedException(e.getMessage());
                interrupted.initCause(e);
                throw interrupted;
            }
            // what was heard before the source broke is not lost
            end();
            throw e;
        }
        end();
        return writer.transcript(costs.timings(time(sound.end())));
    }

    /// A whole block, or what is left before the end.
    private static int fill(AudioSource source, float[] block)
            throws IOException, InterruptedException {
        int filled = 0;
        while (filled < block.length) {
            int got = source.read(block, filled, block.length - filled);
            if (got < 0) {
                break;
            }
            filled += got;
        }
        return filled;
    }

    private void hear(float[] block, int count, int waiting) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        sound.append(block, count);
        finder.accept(block, count);
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

    /// Opens and closes utterances as the finder says.
    private void follow() throws InterruptedException {
        if (ended >= 0 && start >= 0) {
            finish(Math.clamp(ended + AFTER, start + 1, sound.end()));
            start = -1;
        }
        if (started >= 0 && start < 0) {
            open(Math.max(Math.max(done, sound.start()), started - BEFORE), false);
        }
        started = -1;
        ended = -1;
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
        finder.finish();
        follow();
        if (start >= 0 && sound.end() > start) {
            finish(sound.end());
        }
        start = -1;
        writer.progress(time(sound.end()), time(sound.end()));
    }
}
