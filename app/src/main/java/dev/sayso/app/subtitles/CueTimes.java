package dev.sayso.app.subtitles;

import java.util.ArrayList;
import java.util.List;

/// Puts times right. A cue begins when it is heard; its end moves: into the silence after it, when
/// there is more to read than time; back from the next cue, so that there is a gap.
final class CueTimes {

    /// No cue is shorter than this; two that begin at the same time are moved apart by it.
    static final long STEP = 20;

    private final SubtitleRules rules;

    CueTimes(SubtitleRules rules) {
        this.rules = rules;
    }

    /// Cues that lie over each other: the earlier one is cut short, or where too little would be
    /// left of it, both become one, whose time is then shared out by its text.
    ///
    /// @param spans in order of their beginnings
    List<Span> untangled(List<Span> spans) {
        List<Span> apart = new ArrayList<>();
        for (Span span : spans) {
            Span before = apart.isEmpty() ? null : apart.getLast();
            if (before == null || (before.end() <= span.start() && before.start() < span.start())) {
                apart.add(span);
                continue;
            }
            apart.removeLast();
            if (span.start() - before.start() < rules.shortest().toMillis()) {
                apart.add(before.and(span));
            } else {
                apart.add(before.withTimes(before.start(), span.start()));
                apart.add(span);
            }
        }
        return apart;
    }

    /// Beginnings at least a step apart, each later than the one before.
    List<Span> spread(List<Span> spans) {
        List<Span> spread = new ArrayList<>();
        long earliest = 0;
        for (Span span : spans) {
            long start = Math.max(span.start(), earliest);
            spread.add(span.withTimes(start, Math.max(span.end(), start)));
            earliest = start + STEP;
        }
        return spread;
    }

    /// @param spans with beginnings a step apart
    List<Span> ended(List<Span> spans, long soundLength) {
        List<Span> ended = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            long limit =
                    i + 1 < spans.size()
                            ? endBefore(span, spans.get(i + 1).start())
                            : Math.max(Math.max(soundLength, span.end()), span.start() + STEP);
            long wanted =
                    span.start() + Math.max(rules.shortest().toMillis(), readingTime(span.text()));
            long end = Math.min(Math.max(span.end(), wanted), limit);
            ended.add(
                    span.withTimes(
                            span.start(),
                            Math.min(end, span.start() + rules.longest().toMillis())));
        }
        return ended;
    }

    /// How far a cue may reach when the next one begins then: a gap before it, unless that would
    /// leave less than half the shortest time.
    long endBefore(Span span, long next) {
        long end = next - rules.gap().toMillis();
        return end - span.start() >= Math.max(STEP, rules.shortest().toMillis() / 2) ? end : next;
    }

    /// How long it takes to read a text.
    long readingTime(String text) {
        return (long) Math.ceil(TextWidth.reading(text) * 1000 / rules.charactersPerSecond());
    }
}
