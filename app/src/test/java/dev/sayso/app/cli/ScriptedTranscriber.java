package dev.sayso.app.cli;

import dev.sayso.app.recognition.Transcriber;
import dev.sayso.engine.Hints;
import dev.sayso.engine.Language;
import dev.sayso.engine.StreamListener;
import dev.sayso.engine.StreamOptions;
import dev.sayso.engine.StreamRound;
import dev.sayso.engine.Transcript;
import dev.sayso.engine.Transcript.Segment;
import dev.sayso.engine.Transcript.Timings;
import dev.sayso.engine.TranscriptEvent;
import dev.sayso.engine.TranscriptEvent.Committed;
import dev.sayso.engine.TranscriptEvent.Progress;
import dev.sayso.engine.TranscriptEvent.Tentative;
import dev.sayso.engine.audio.AudioSource;
import dev.sayso.engine.audio.Pcm;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Says the same events for every recording, then ends in a given way.
final class ScriptedTranscriber implements Transcriber {

    /// What happens after the events.
    @FunctionalInterface
    interface Ending {
        void happen() throws InterruptedException;
    }

    private static final Transcript.Work WORK =
            new Transcript.Work(13, 28, 7, 6, 400_000_000, 100_000_000, 30_000_000);

    static final StreamRound ROUND =
            new StreamRound(
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(2),
                    false,
                    Duration.ofMillis(500),
                    12,
                    12,
                    5,
                    4,
                    7,
                    90,
                    9,
                    1,
                    26,
                    11);

    private final List<TranscriptEvent> events;
    private final Ending ending;
    private final List<String> warnings;
    final List<Hints> hints = new ArrayList<>();
    final List<StreamOptions> streams = new ArrayList<>();
    final List<Pcm> heard = new ArrayList<>();
    final List<String> openingWarnings = new ArrayList<>();
    boolean closed;

    ScriptedTranscriber(List<TranscriptEvent> events, List<String> warnings, Ending ending) {
        this.events = events;
        this.warnings = warnings;
        this.ending = ending;
    }

    /// Says two sentences, token by token.
    static ScriptedTranscriber talking() {
        return saying(
                new Progress(Duration.ZERO, Duration.ofSeconds(2)),
                new Tentative("Hello"),
                new Tentative("Hello wor"),
                new Tentative("Hello world."),
                new Committed(segment("Hello world.", 0, 1)),
                new Progress(Duration.ofSeconds(1), Duration.ofSeconds(2)),
                new Tentative("How"),
                new Committed(segment("How are you?", 1, 2)));
    }

    static ScriptedTranscriber saying(TranscriptEvent... events) {
        return new ScriptedTranscriber(List.of(events), List.of(), () -> {});
    }

    static Segment segment(String text, double start, double end) {
        return new Segment(text, duration(start), duration(end), Language.ENGLISH);
    }

    static Duration duration(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    @Override
    public Transcript transcribe(
            Pcm audio, Hints wanted, Consumer<? super TranscriptEvent> listener)
            throws InterruptedException {
        heard.add(audio);
        hints.add(wanted);
        return talk(audio.duration(), listener);
    }

    /// Reads the source to its end first.
    @Override
    public Transcript listen(
            AudioSource source, Hints wanted, StreamOptions options, StreamListener listener)
            throws IOException, InterruptedException {
        hints.add(wanted);
        streams.add(options);
        float[] block = new float[1000];
        long samples = 0;
        for (int got = source.read(block, 0, 1000); got >= 0; got = source.read(block, 0, 1000)) {
            samples += got;
        }
        Transcript transcript =
                talk(Duration.ofNanos(samples * 1_000_000_000L / Pcm.RATE), listener);
        listener.roundDone(ROUND);
        return transcript;
    }

    private Transcript talk(Duration audio, Consumer<? super TranscriptEvent> listener)
            throws InterruptedException {
        List<Segment> segments = new ArrayList<>();
        for (TranscriptEvent event : events) {
            listener.accept(event);
            if (event instanceof Committed(Segment segment)) {
                segments.add(segment);
            }
        }
        ending.happen();
        Duration ms = Duration.ofMillis(10);
        Timings timings = new Timings(audio, ms, ms, ms, ms, Duration.ofMillis(50), WORK);
        return new Transcript(segments, timings, warnings);
    }

    @Override
    public List<String> warnings() {
        return openingWarnings;
    }

    @Override
    public void close() {
        closed = true;
    }
}
