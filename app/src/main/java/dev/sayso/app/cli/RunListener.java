package dev.sayso.app.cli;

import dev.sayso.engine.Transcript;
import dev.sayso.engine.Transcript.Segment;
import dev.sayso.engine.Transcript.Timings;
import dev.sayso.engine.TranscriptEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Hears one run: prints text as it comes, shows progress, and keeps what is committed in case the
/// run is stopped.
final class RunListener implements Consumer<TranscriptEvent> {

    private final String name;
    private final @Nullable LivePrinter live;
    private final ProgressBar bar;
    private final long start = System.nanoTime();
    private final List<Segment> committed = new ArrayList<>();
    private Duration done = Duration.ZERO;

    /// @param live null when text is not printed as it comes
    RunListener(String name, @Nullable LivePrinter live, ProgressBar bar) {
        this.name = name;
        this.live = live;
        this.bar = bar;
    }

    @Override
    public void accept(TranscriptEvent event) {
        switch (event) {
            case TranscriptEvent.Tentative(String text) -> {
                if (live != null) {
                    live.tentative(text);
                }
            }
            case TranscriptEvent.Committed(Segment segment) -> {
                committed.add(segment);
                if (live != null) {
                    live.committed(segment.text());
                }
            }
            case TranscriptEvent.LanguageDetected _ -> {
                // the segments say it
            }
            case TranscriptEvent.Progress progress -> {
                done = progress.done();
                long now = System.nanoTime();
                bar.show(name, progress, Duration.ofNanos(now - start), now);
            }
        }
    }

    /// What is committed so far, as a transcript of the sound that is finished.
    Transcript soFar() {
        Duration none = Duration.ZERO;
        Duration total = Duration.ofNanos(System.nanoTime() - start);
        Timings timings = new Timings(done, none, none, none, none, total, Transcript.Work.none());
        return new Transcript(committed, timings, List.of("stopped before the end"));
    }
}
