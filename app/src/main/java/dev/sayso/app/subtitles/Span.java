package dev.sayso.app.subtitles;

import dev.sayso.app.transcript.Cue;
import dev.sayso.engine.Joint;
import java.time.Duration;

/// A cue while it is worked on: whole milliseconds, text on one line.
record Span(long start, long end, String text) {

    static Span of(Cue cue) {
        return new Span(
                Times.millis(cue.start()), Times.millis(cue.end()), TextWidth.oneLine(cue.text()));
    }

    Cue cue() {
        return new Cue(Duration.ofMillis(start), Duration.ofMillis(end), text);
    }

    long length() {
        return end - start;
    }

    Span withTimes(long from, long to) {
        return new Span(from, to, text);
    }

    /// Both texts, from the earlier beginning to the later end.
    Span and(Span next) {
        return new Span(
                Math.min(start, next.start),
                Math.max(end, next.end),
                text + Joint.between(text, next.text) + next.text);
    }
}
