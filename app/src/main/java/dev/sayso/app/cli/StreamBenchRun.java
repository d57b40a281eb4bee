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
import java.util.ArrayList;
import java.util.List;

/// Hears a stream as if it were live, and measures each round.
final class StreamBenchRun implements StreamListener {

    private static final Duration MEMORY_EVERY = Duration.ofMinutes(10);

    private final SourceClock clock;
    private final long start;
    private final List<StreamBenchResult.Row> rows = new ArrayList<>();
    private final List<StreamBenchResult.Memory> memory = new ArrayList<>();
    private int rowsRemembered;

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
        return new StreamBenchResult(run.rows, run.memory, transcript);
    }

    @Override
    public void accept(TranscriptEvent event) {}

    @Override
    public void roundDone(StreamRound round) {
        long now = clock.nanos() - start;
        Duration lag = Duration.ofNanos(Math.max(0, now - round.heard().toNanos()));
        rows.add(new StreamBenchResult.Row(round, lag));
        Duration due = MEMORY_EVERY.multipliedBy(memory.size() + 1L);
        if (round.heard().compareTo(due) >= 0) {
            remember(round.heard());
        }
    }

    private void remember(Duration heard) {
        // what is garbage says nothing about what is kept
        System.gc();
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        double millis = 0;
        for (StreamBenchResult.Row row : rows.subList(rowsRemembered, rows.size())) {
            millis += StreamBenchResult.compute(row);
        }
        double mean = millis / (rows.size() - rowsRemembered);
        rowsRemembered = rows.size();
        memory.add(new StreamBenchResult.Memory(heard, heap, BenchMachine.residentBytes(), mean));
    }
}
