package dev.sayso.engine.audio;

import java.time.Duration;
import java.util.Objects;

/// Sound as the model hears it: mono, 16 kHz, f32, nominally within [-1, 1].
///
/// A value: the samples are never written after construction. Equal only to itself.
public final class Pcm {

    /// Samples a second.
    public static final int RATE = 16_000;

    private final float[] samples;
    private final int from;
    private final int length;

    private Pcm(float[] samples, int from, int length) {
        this.samples = samples;
        this.from = from;
        this.length = length;
    }

    /// Sound over the given samples, which the caller must not change afterwards.
    public static Pcm of(float[] samples) {
        return new Pcm(samples, 0, samples.length);
    }

    /// Number of samples.
    public int length() {
        return length;
    }

    /// The sample at an index.
    public float at(int index) {
        return samples[from + Objects.checkIndex(index, length)];
    }

    /// Copies all samples into an array from `offset` on.
    public void copyTo(float[] into, int offset) {
        System.arraycopy(samples, from, into, offset, length);
    }

    /// The samples from `start` to `end` (exclusive); shares the memory.
    public Pcm slice(int start, int end) {
        Objects.checkFromToIndex(start, end, length);
        return new Pcm(samples, from + start, end - start);
    }

    /// How long the sound lasts.
    public Duration duration() {
        return Duration.ofNanos(length * 1_000_000_000L / RATE);
    }

    /// How long the sound lasts, in seconds.
    public double seconds() {
        return (double) length / RATE;
    }
}
