package dev.sayso.engine.audio;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Brings sound of any rate to 16 kHz, block by block.
///
/// A band-limited interpolation: each output sample is a windowed-sinc sum ([SincTable]) over the
/// input around the same instant, so the phase is linear and nothing is shifted. Before the first
/// and after the last sample there is silence. With N the lower of the two rates' Nyquist
/// frequencies (8 kHz for every rate from 16 kHz up):
///
/// - up to 0.925 N (7.4 kHz) the sound passes unchanged, to within 0.001 dB;
/// - from N on it is gone, by more than 90 dB: whatever could fold back into the result;
/// - in between it fades out.
///
/// Every output instant that lies in the recording is there: ⌈n · 16000 / rate⌉ samples out of n,
/// as librosa counts them, which the official package resamples with. At 16 kHz samples pass as
/// they are. How the input is cut into blocks never changes the result, not by a bit.
///
/// For one thread. Push, pull what is there, repeat; at the end [#end] and pull the rest:
///
/// ```java
/// resampler.push(block, 0, block.length);
/// int n;
/// while ((n = resampler.pull(out, 0, out.length)) > 0) {
///     use(out, n);
/// }
/// ```
public final class Resampler {

    /// The highest rate in use anywhere, 16 × 48 kHz.
    public static final int HIGHEST_RATE = 768_000;

    /// Input samples from one output sample to the next are `step / phases`, reduced.
    private final int step;

    private final int phases;
    private final @Nullable SincTable table;

    /// Input that is still needed, and where in it the next output sample lies: `phase / phases`
    /// after the sample at `centre`.
    private float[] held;

    private int filled;
    private int centre;
    private int phase;
    private boolean ended;

    private Resampler(int rate) {
        int divisor = gcd(rate, Pcm.RATE);
        step = rate / divisor;
        phases = Pcm.RATE / divisor;
        table = step == phases ? null : SincTable.of(step, phases);
        int before = table == null ? 0 : table.half() - 1;
        held = new float[Math.max(1024, 2 * before)];
        filled = before;
        centre = before;
    }

    /// A resampler from the given rate.
    ///
    /// @param rate samples a second, 1 to [#HIGHEST_RATE]
    public static Resampler from(int rate) {
        if (rate < 1 || rate > HIGHEST_RATE) {
            throw new IllegalArgumentException(
                    "a rate of 1 to " + HIGHEST_RATE + " Hz, not " + rate);
        }
        return new Resampler(rate);
    }

    /// All of a sound at once.
    ///
    /// @param samples mono
    /// @param rate samples a second, 1 to [#HIGHEST_RATE]
    public static Pcm all(float[] samples, int rate) {
        Resampler resampler = from(rate);
        long length = ((long) samples.length * Pcm.RATE + rate - 1) / rate;
        float[] result = new float[Math.toIntExact(length)];
        resampler.push(samples, 0, samples.length);
        resampler.end();
        int got = resampler.pull(result, 0, result.length);
        return Pcm.of(result).slice(0, got);
    }

    /// Gives it samples at the source's rate; all are taken.
    public void push(float[] samples, int offset, int length) {
        if (ended) {
            throw new IllegalStateException("samples after the end");
        }
        makeRoom(length);
        System.arraycopy(samples, offset, held, filled, length);
        filled += length;
    }

    /// Says that no samples come any more, which completes those that waited for their successors.
    public void end() {
        if (!ended && table != null) {
            makeRoom(table.half());
            Arrays.fill(held, filled, filled + table.half(), 0);
            filled += table.half();
        }
        ended = true;
    }

    /// Takes finished 16 kHz samples.
    ///
    /// @return how many were written from `offset` on, at most `length`; 0 when there are none
    public int pull(float[] into, int offset, int length) {
        if (table == null) {
            int count = Math.min(length, filled - centre);
            System.arraycopy(held, centre, into, offset, count);
            centre += count;
            return count;
        }
        int half = table.half();
        int count = 0;
        while (count < length && centre + half < filled) {
            into[offset + count++] = table.at(held, centre - half + 1, phase);
            phase += step;
            centre += phase / phases;
            phase %= phases;
        }
        return count;
    }

    /// Lets go of what no output needs any more and makes sure that there is room for more.
    private void makeRoom(int length) {
        int unneeded = table == null ? centre : centre - table.half() + 1;
        int needed = filled - unneeded;
        int size = Math.addExact(needed, length);
        float[] target = size > held.length ? new float[Math.max(size, size / 2 * 3)] : held;
        System.arraycopy(held, unneeded, target, 0, needed);
        held = target;
        filled = needed;
        centre -= unneeded;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
