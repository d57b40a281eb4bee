package dev.sayso.app.dictation;

import dev.sayso.app.recognition.Transcriber;
import dev.sayso.engine.Hints;
import dev.sayso.engine.Language;
import dev.sayso.engine.StreamListener;
import dev.sayso.engine.StreamOptions;
import dev.sayso.engine.Transcript;
import dev.sayso.engine.Transcript.Segment;
import dev.sayso.engine.Transcript.Timings;
import dev.sayso.engine.TranscriptEvent;
import dev.sayso.engine.audio.AudioSource;
import dev.sayso.engine.audio.Pcm;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A model that hears certain words at certain moments of any sound: each is tentative first, and
/// committed when the next one comes or the sound ends.
public final class ScriptedSpeech implements Transcriber {

    private record Word(double second, String text) {}

    private final List<Word> words = new ArrayList<>();
    private final List<Duration> heard = new CopyOnWriteArrayList<>();
    private volatile double failsAt = Double.MAX_VALUE;
    private volatile @Nullable Throwable failure;

    /// Hears a word when so much sound has come.
    public ScriptedSpeech hears(double second, String word) {
        words.add(new Word(second, word));
        return this;
    }

    /// Fails when so much sound has come; null: never.
    public void failsAt(double second, @Nullable Throwable what) {
        failsAt = second;
        failure = what;
    }

    /// How long the sounds were it has heard to their end.
    public List<Duration> heard() {
        return heard;
    }

    @Override
    public Transcript transcribe(
            Pcm audio, Hints hints, Consumer<? super TranscriptEvent> listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Transcript listen(
            AudioSource source, Hints hints, StreamOptions options, StreamListener listener)
            throws IOException, InterruptedException {
        List<Segment> segments = new ArrayList<>();
        float[] block = new float[320];
        long samples = 0;
        int next = 0;
        for (int got = source.read(block, 0, 320); got >= 0; got = source.read(block, 0, 320)) {
            samples += got;
            double second = (double) samples / Pcm.RATE;
            fail(second);
            while (next < words.size() && words.get(next).second() <= second) {
                commit(next - 1, segments, listener);
                listener.accept(new TranscriptEvent.Tentative(words.get(next).text()));
                next++;
            }
        }
        commit(next - 1, segments, listener);
        Duration audio = Duration.ofNanos(samples * 1_000_000_000L / Pcm.RATE);
        heard.add(audio);
        Duration ms = Duration.ofMillis(1);
        return new Transcript(
                segments,
                new Timings(audio, ms, ms, ms, ms, ms, Transcript.Work.none()),
                List.of());
    }

    private void fail(double second) throws IOException {
        Throwable thrown = failure;
        if (second >= failsAt && thrown != null) {
            switch (thrown) {
                case IOException e -> throw e;
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                default -> throw new AssertionError(thrown);
            }
        }
    }

    private void commit(int index, List<Segment> segments, StreamListener listener) {
        if (index < 0) {
            return;
        }
        Word word = words.get(index);
        Duration start = Duration.ofMillis((long) (word.second() * 1000));
        Segment segment = new Segment(word.text(), start, start.plusMillis(100), Language.ENGLISH);
        segments.add(segment);
        listener.accept(new TranscriptEvent.Committed(segment));
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }

    @Override
    public void close() {}
}
