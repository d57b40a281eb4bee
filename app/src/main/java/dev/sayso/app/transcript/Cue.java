package dev.sayso.app.transcript;

import dev.sayso.engine.Transcript;
import java.time.Duration;
import java.util.List;

/// A piece of text and when it is heard.
///
/// @param start from the beginning of the sound
/// @param end not before the start
/// @param text may be empty while it is edited
public record Cue(Duration start, Duration end, String text) {

    /// @throws IllegalArgumentException for a negative start, or an end before the start
    public Cue {
        if (start.isNegative() || end.compareTo(start) < 0) {
            throw new IllegalArgumentException("cue from " + start + " to " + end);
        }
    }

    /// What an engine's run has written; one cue for each segment.
    public static List<Cue> of(Transcript transcript) {
        return transcript.segments().stream()
                .map(segment -> new Cue(segment.start(), segment.end(), segment.text()))
                .toList();
    }

    public Cue withText(String wanted) {
        return new Cue(start, end, wanted);
    }

    public Cue withTimes(Duration from, Duration to) {
        return new Cue(from, to, text);
    }

    /// How long it is heard.
    public Duration length() {
        return end.minus(start);
    }
}
