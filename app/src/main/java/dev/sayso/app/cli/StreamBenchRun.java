package dev.sayso.app.cli;

import dev.sayso.app.recognition.Transcriber;
import dev.sayso.engine.Hints;
import dev.sayso.engine.StreamListener;
import dev.sayso.engine.StreamRound;
import dev.sayso.engine.Transcript;
import dev.sayso.engine.TranscriptEvent;
import dev.sayso.engine.audio.AudioSource;
import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.audio.SourceClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// Hears a stream as if it were live, and measures each round.
final class StreamBenchRun implements StreamListener {

    private final SourceClock clock;
    private final long start;
    private final RoundLog rounds = new RoundLog();
    private final MemoryLog memory = MemoryLog.ofProcess();

    private StreamBenchRun(SourceClock clock) {
        this.clock = clock;
        this.start = clock.nanos();
    }

    /// Hears recordings one after the other.
    static StreamBenchResult hear(
            Transcriber transcriber, List<Pcm> sounds, StreamBenchRequest request)
            throws IOException, InterruptedException {
        AudioSource joined = new JoinedSource(sounds, request.times());
        SourceClock clock =
                request.pace() == StreamBenchRequest.Pace.REAL
                        ? SourceClock.wall(1)
                        : new SkippingClock(System::nanoTime);
        AudioSource source =
                request.pace() == StreamBenchRequest.Pace.NONE
                        ? joined
                        : AudioSource.paced(joined, clock);
        StreamBenchRun run = new StreamBenchRun(clock);
        Transcript transcript = transcriber.listen(source, Hints.none(), request.stream(), run);
        return new StreamBenchResult(run.rounds.rows(), run.memory.points(), transcript);
    }

    @Override
    public void accept(TranscriptEvent event) {}

    @Override
    public void roundDone(StreamRound round) {
        long now = clock.nanos() - start;
        Duration lag = Duration.ofNanos(Math.max(0, now - round.heard().toNanos()));
        rounds.add(round, lag);
        memory.roundDone(round.heard(), round.ended(), rounds);
    }
}
