package dev.sayso.app.subtitles;

import java.util.List;

/// Cues that keep the rules, and where they could not.
///
/// @param cues in order of time, without overlap
/// @param violations in order of the cues
public record Arranged(List<SubtitleCue> cues, List<Violation> violations) {

    /// Copies the lists.
    public Arranged {
        cues = List.copyOf(cues);
        violations = List.copyOf(violations);
    }
}
