package dev.sayso.app.subtitles;

import dev.sayso.app.transcript.Cue;
import java.util.List;

/// A cue as it stands on the screen.
///
/// @param cue its times, in whole milliseconds, and its text on one line
/// @param lines the same text, broken; at least one line
public record SubtitleCue(Cue cue, List<String> lines) {

    /// Copies the list.
    public SubtitleCue {
        lines = List.copyOf(lines);
    }
}
