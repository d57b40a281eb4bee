package dev.sayso.app.subtitles;

import dev.sayso.app.transcript.Cue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Makes subtitles of cues, by the rules.
///
/// No word and no character is lost, cues keep their order and do not overlap, and each begins when
/// it is heard. Where a rule cannot be kept, the result says so. What has been arranged stays as it
/// is when it is arranged again.
public final class SubtitleEngine {

    private final SubtitleRules rules;
    private final CueTimes times;
    private final CueSplitter splitter;
    private final CueMerger merger;
    private final LineBreaker breaker;

    private SubtitleEngine(SubtitleRules rules) {
        this.rules = rules;
        this.times = new CueTimes(rules);
        this.splitter = new CueSplitter(rules);
        this.merger = new CueMerger(rules, times);
        this.breaker = new LineBreaker(rules);
    }

    /// @param cues in any order; those without words are left out
    /// @param soundLength cues are not prolonged beyond it
    public static Arranged arrange(List<Cue> cues, Duration soundLength, SubtitleRules rules) {
        return new SubtitleEngine(rules).arranged(cues, Times.millis(soundLength));
    }

    private Arranged arranged(List<Cue> cues, long soundLength) {
        List<Span> spans =
                cues.stream()
                        .map(Span::of)
                        .filter(span -> !span.text().isEmpty())
                        .sorted(Comparator.comparingLong(Span::start))
                        .toList();
        // the first round splits, and each later one can only merge, so that this comes to an end
        List<Span> before;
        do {
            before = spans;
            spans = round(spans, soundLength);
        } while (!spans.equals(before));
        List<SubtitleCue> laid = new ArrayList<>();
        for (Span span : spans) {
            laid.add(new SubtitleCue(span.cue(), breaker.lines(Atoms.of(span.text()))));
        }
        return new Arranged(laid, new RuleCheck(rules).violations(laid));
    }

    private List<Span> round(List<Span> spans, long soundLength) {
        List<Span> split = splitter.split(times.untangled(spans), soundLength);
        List<Span> merged = merger.merge(times.spread(split), soundLength);
        return times.ended(merged, soundLength);
    }
}
