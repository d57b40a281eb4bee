package dev.sayso.engine.audio;

import java.time.Duration;

/// A piece of a sound.
///
/// @param start its first sample
/// @param end the sample after its last one
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no span: " + start + " to " + end);
        }
    }

    /// Number of samples.
    public int length() {
        return end - start;
    }

    /// The samples of this piece; shares the memory.
    public Pcm of(Pcm whole) {
        return whole.slice(start, end);
    }

    /// When in the whole it begins.
    public Duration begins() {
        return Duration.ofNanos(start * 1_000_000_000L / Pcm.RATE);
    }

    /// When in the whole it ends.
    public Duration ends() {
        return Duration.ofNanos(end * 1_000_000_000L / Pcm.RATE);
    }
}
