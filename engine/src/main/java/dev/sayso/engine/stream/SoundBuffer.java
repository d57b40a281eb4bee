package dev.sayso.engine.stream;

import dev.sayso.engine.audio.Pcm;
import java.util.Arrays;

/// The last part of a stream, by positions counted from the stream's beginning.
///
/// It grows to what is needed of the past and no further.
public final class SoundBuffer {

    private float[] samples = new float[Pcm.RATE];
    private long start;
    private int count;

    /// Adds samples at the end, brought into [-1, 1]; what is no number becomes silence.
    public void append(float[] more, int length) {
        if (count + length > samples.length) {
            samples = Arrays.copyOf(samples, Math.max(2 * samples.length, count + length));
        }
        for (int i = 0; i < length; i++) {
            float sample = more[i];
            samples[count + i] = Float.isNaN(sample) ? 0 : Math.clamp(sample, -1f, 1f);
        }
        count += length;
    }

    /// The first position that is still held.
    public long start() {
        return start;
    }

    /// The position after the last sample.
    public long end() {
        return start + count;
    }

    /// Lets go of what lies before a position.
    public void forgetBefore(long position) {
        int gone = Math.clamp(position - start, 0, count);
        // moving all of it for every block would cost more than the memory is worth
        if (gone >= Pcm.RATE || gone == count) {
            System.arraycopy(samples, gone, samples, 0, count - gone);
            start += gone;
            count -= gone;
        }
    }

    /// The samples between two positions, copied.
    public Pcm between(long from, long to) {
        if (from < start || to < from || to > end()) {
            throw new IllegalArgumentException(
                    from + " to " + to + " of " + start + " to " + end());
        }
        return Pcm.of(Arrays.copyOfRange(samples, (int) (from - start), (int) (to - start)));
    }
}
