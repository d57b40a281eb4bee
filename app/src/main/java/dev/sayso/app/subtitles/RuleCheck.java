package dev.sayso.app.subtitles;

import dev.sayso.app.subtitles.Violation.Kind;
import dev.sayso.app.transcript.Cue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Finds what cues do not keep. It measures the result and knows nothing of how it came about.
final class RuleCheck {

    private final SubtitleRules rules;
    private final TextWidth width;

    RuleCheck(SubtitleRules rules) {
        this.rules = rules;
        this.width = new TextWidth(rules);
    }

    List<Violation> violations(List<SubtitleCue> cues) {
        List<Violation> found = new ArrayList<>();
        for (int i = 0; i < cues.size(); i++) {
            checkLines(i, cues.get(i), found);
            checkTime(i, cues.get(i).cue(), found);
            if (i + 1 < cues.size()) {
                checkGap(i, cues.get(i).cue(), cues.get(i + 1).cue(), found);
            }
        }
        return found;
    }

    private void checkLines(int i, SubtitleCue cue, List<Violation> found) {
        int widest = cue.lines().stream().mapToInt(width::of).max().orElse(0);
        if (widest > width.line()) {
            double characters = (double) widest / rules.cjkColumns();
            found.add(new Violation(i, Kind.LINE_TOO_LONG, characters, rules.columns()));
        }
    }

    private void checkTime(int i, Cue cue, List<Violation> found) {
        if (cue.length().compareTo(rules.shortest()) < 0) {
            found.add(
                    new Violation(
                            i, Kind.TOO_SHORT, seconds(cue.length()), seconds(rules.shortest())));
        }
        double speed = TextWidth.reading(cue.text()) / seconds(cue.length());
        if (speed > rules.charactersPerSecond() + 1e-9) {
            found.add(new Violation(i, Kind.TOO_FAST, speed, rules.charactersPerSecond()));
        }
    }

    private void checkGap(int i, Cue cue, Cue next, List<Violation> found) {
        Duration gap = next.start().minus(cue.end());
        if (gap.compareTo(rules.gap()) < 0) {
            found.add(new Violation(i, Kind.GAP_TOO_SMALL, seconds(gap), seconds(rules.gap())));
        }
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
