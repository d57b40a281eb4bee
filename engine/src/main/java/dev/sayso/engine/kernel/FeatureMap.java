package dev.sayso.engine.kernel;

import java.util.Arrays;
import java.util.Objects;

/// Activations of the convolution stem: `[chunks][times][1 + freqs][channels]`.
///
/// The channels of neighbouring frequencies lie side by side, so that what a 3 x 3 filter sees at
/// one time step is one run of memory. Each time step begins with a row of zeros, the padding below
/// the lowest frequency, and the map ends with a whole step of zeros, the padding beside the first
/// and last time step.
public final class FeatureMap {

    private final int chunks;
    private final int times;
    private final int freqs;
    private final int channels;
    private final float[] data;

    /// A map of zeros.
    public FeatureMap(int chunks, int times, int freqs, int channels) {
        this.chunks = chunks;
        this.times = times;
        this.freqs = freqs;
        this.channels = channels;
        long size = ((long) chunks * times + 1) * (1 + freqs) * channels;
        if (chunks <= 0 || times <= 0 || freqs <= 0 || size > Integer.MAX_VALUE - 64) {
            throw new IllegalArgumentException(
                    "map of " + chunks + " x " + times + " x " + freqs + " x " + channels);
        }
        this.data = new float[(int) size];
    }

    private FeatureMap(FeatureMap whole, int chunks) {
        this.chunks = chunks;
        this.times = whole.times;
        this.freqs = whole.freqs;
        this.channels = whole.channels;
        this.data = whole.data;
    }

    /// The first chunks as a map of their own, over the same values; where the next chunk begins
    /// its zeros come to lie.
    ///
    /// @throws IndexOutOfBoundsException when there are not so many chunks, or none is asked for
    public FeatureMap first(int count) {
        Objects.checkIndex(count - 1, chunks);
        FeatureMap first = new FeatureMap(this, count);
        Arrays.fill(data, first.zeros(), first.zeros() + (1 + freqs) * channels, 0f);
        return first;
    }

    /// Pieces that don't see each other.
    public int chunks() {
        return chunks;
    }

    /// Time steps of a chunk.
    public int times() {
        return times;
    }

    /// Frequency rows of a time step, the padding not counted.
    public int freqs() {
        return freqs;
    }

    /// Values of one time and frequency.
    public int channels() {
        return channels;
    }

    /// The values; writes show.
    public float[] data() {
        return data;
    }

    /// Where the values of a time and frequency begin in [#data()]; `freq` may be -1, the padding.
    public int offset(int chunk, int time, int freq) {
        return ((chunk * times + time) * (1 + freqs) + 1 + freq) * channels;
    }

    /// Where a run of zeros as long as a time step begins.
    int zeros() {
        return chunks * times * (1 + freqs) * channels;
    }
}
