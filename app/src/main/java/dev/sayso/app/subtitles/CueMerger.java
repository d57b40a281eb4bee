package dev.sayso.app.subtitles;

import java.util.ArrayList;
import java.util.List;

/// Joins cues that are too short to be read with a neighbour, where both fit on one screen.
final class CueMerger {

    /// A pause of up to so many milliseconds may lie inside a cue.
    private static final long PAUSE = 500;

    /// Words of up to so many characters look lost as a cue.
    private static final int ORPHAN = 10;

    private final SubtitleRules rules;
    private final CueTimes times;
    private final LineBreaker breaker;

    CueMerger(SubtitleRules rules, CueTimes times) {
        this.rules = rules;
        this.times = times;
        this.breaker = new LineBreaker(rules);
    }

    /// @param spans in order of time, without overlap
    List<Span> merge(List<Span> spans, long soundLength) {
        List<Span> merged = new ArrayList<>(spans);
        int i = 0;
        while (i < merged.size()) {
            boolean after = i + 1 < merged.size();
            long next = after ? merged.get(i + 1).start() : Math.max(soundLength, 0);
            boolean needy = isTooShort(merged.get(i), next, after);
            boolean lost = isOrphan(merged, i);
            if (i > 0 && (needy || lost) && join(merged, i - 1)) {
                // what comes before may have room for one more
                i = Math.max(0, i - 2);
            } else if (after && needy && join(merged, i)) {
                i = Math.max(0, i - 1);
            } else {
                i++;
            }
        }
        return merged;
    }

    /// Whether all the time up to the next cue would not do.
    private boolean isTooShort(Span span, long next, boolean after) {
        long most =
                (after ? times.endBefore(span, next) : Math.max(next, span.end())) - span.start();
        return most < rules.shortest().toMillis() || most < times.readingTime(span.text());
    }

    /// A short word that the sentence before has left over.
    private static boolean isOrphan(List<Span> spans, int i) {
        String text = spans.get(i).text();
        return i > 0
                && TextWidth.reading(text) <= ORPHAN
                && text.indexOf(' ') < 0
                && !BreakQuality.endsSentence(spans.get(i - 1).text());
    }

    private boolean join(List<Span> spans, int first) {
        Span one = spans.get(first);
        Span other = spans.get(first + 1);
        Span both = one.and(other);
        boolean fits =
                other.start() - one.end() <= PAUSE
                        && both.length() <= rules.longest().toMillis()
                        && breaker.fits(Atoms.of(both.text()));
        if (fits) {
            spans.set(first, both);
            spans.remove(first + 1);
        }
        return fits;
    }
}
