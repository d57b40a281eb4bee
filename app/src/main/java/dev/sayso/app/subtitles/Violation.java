package dev.sayso.app.subtitles;

/// A rule that a cue could not keep.
///
/// @param cue its place in the list, from 0
/// @param kind which rule
/// @param measured what there is, in the kind's unit
/// @param allowed what the rule wants, in the kind's unit
public record Violation(int cue, Kind kind, double measured, double allowed) {

    /// Which rule was broken.
    public enum Kind {
        /// A line of one word that is longer than a line; in characters, wide ones in proportion.
        LINE_TOO_LONG,
        /// The next cue begins too early to leave the shortest time; in seconds.
        TOO_SHORT,
        /// There is no silence to prolong the cue into; in characters a second.
        TOO_FAST,
        /// With the gap kept, the cue would hardly be seen; in seconds.
        GAP_TOO_SMALL
    }
}
