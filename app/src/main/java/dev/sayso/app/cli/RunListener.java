package dev.sayso.app.cli;

import dev.sayso.engine.Language;
import dev.sayso.engine.Transcript;
import dev.sayso.engine.Transcript.Segment;
import dev.sayso.engine.Transcript.Timings;
import dev.sayso.engine.TranscriptEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Hears one run: prints text as it comes, shows progress, and keeps what there is in case the run
/// is stopped.
final class RunListener implements Consumer<TranscriptEvent> {

    private final String name;
    private final @Nullable TextPrinter live;
    private final ProgressBar bar;
    private final long start = System.nanoTime();
    private final List<Segment> committed = new ArrayList<>();
    private String tentative = "";
    private @Nullable Language language;
    private long firstText;
    private Duration done = Duration.ZERO;
    private Duration total = Duration.ZERO;

    /// @param live null when text is not printed as it comes
    RunListener(String name, @Nullable TextPrinter live, ProgressBar bar) {
        this.name = name;
        this.live = live;
        this.bar = bar;
    }

    @Override
    public void accept(TranscriptEvent event) {
        if (firstText == 0 && event instanceof TranscriptEvent.Tentative) {
            firstText = System.currentTimeMillis();
        }
        switch (event) {
            case TranscriptEvent.Tentative(String text) -> {
                tentative = text;
                if (live != null) {
                    live.tentative(text);
                }
            }
            case TranscriptEvent.Committed(Segment segment) -> {
                committed.add(segment);
                tentative = "";
                if (live != null) {
                    live.committed(segment.text());
                }
            }
            case TranscriptEvent.LanguageDetected(Language heard) -> language = heard;
            case TranscriptEvent.Progress progress -> {
                done = progress.done();
                total = progress.total();
                long now = System.nanoTime();
                bar.show(name, progress, Duration.ofNanos(now - start), now);
            }
        }
    }

    /// When the first text came, by the clock, in milliseconds.
    OptionalLong firstText() {
        return firstText == 0 ? OptionalLong.empty() : OptionalLong.of(firstText);
    }

    /// What is decoded so far, as a transcript of the sound that is finished. The text of the
    /// stretch that was not finished comes from somewhere between there and the end.
    Transcript soFar() {
        List<Segment> segments = new ArrayList<>(committed);
        String unfinished = tentative.strip();
        if (!unfinished.isEmpty()) {
            segments.add(new Segment(unfinished, done, total, language));
        }
        Duration none = Duration.ZERO;
        Duration spent = Duration.ofNanos(System.nanoTime() - start);
        Timings timings = new Timings(done, none, none, none, none, spent, Transcript.Work.none());
        return new Transcript(segments, timings, List.of("stopped before the end"));
    }
}
