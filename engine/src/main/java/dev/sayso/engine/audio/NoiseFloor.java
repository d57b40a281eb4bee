package dev.sayso.engine.audio;

import java.util.Arrays;

/// How loud the noise is in each band, while somebody may be speaking.
///
/// Minima-controlled averaging after Martin (2001) and Cohen (2002): speech leaves every band every
/// now and then, so the least smoothed power of the last seconds is a rough floor; the power of the
/// frames near it is averaged to the finer one that is used. Where the noise grows louder, the
/// floor follows at once if it grows slowly, and otherwise when the quieter time is forgotten.
final class NoiseFloor {

    /// Frames in a part of the memory, and its parts: 2 s.
    private static final int PART = 20;

    private static final int PARTS = 10;

    /// Of a new frame, when the power is smoothed before its minimum is looked for.
    private static final float SMOOTHING = 0.2f;

    /// Of a new frame in the average.
    private static final float AVERAGING = 0.05f;

    /// How far above its minimum smoothed noise may rise.
    private static final float STILL_NOISE = 5;

    /// Where the mean of noise may lie above the minimum.
    private static final float LEAST_ABOVE = 1.3f;

    private static final float MOST_ABOVE = 4;

    /// Of one band; together -75 dB of full scale, quieter than rooms are.
    private static final float LEAST = 3e-8f / SpeechBands.COUNT;

    private final float[] smoothed = new float[SpeechBands.COUNT];
    private final float[][] minima = new float[PARTS][SpeechBands.COUNT];
    private final float[] floor = new float[SpeechBands.COUNT];
    private long frames;

    NoiseFloor() {
        for (float[] part : minima) {
            Arrays.fill(part, Float.POSITIVE_INFINITY);
        }
    }

    /// Frames heard so far.
    long frames() {
        return frames;
    }

    /// Noise power of each band; belongs to this.
    float[] floor() {
        return floor;
    }

    /// Takes in the next frame's power, `[SpeechBands.COUNT]`.
    void accept(float[] bands) {
        float[] part = minima[(int) (frames / PART % PARTS)];
        if (frames % PART == 0) {
            Arrays.fill(part, Float.POSITIVE_INFINITY);
        }
        for (int b = 0; b < SpeechBands.COUNT; b++) {
            float power = Math.max(bands[b], LEAST);
            smoothed[b] = frames == 0 ? power : smoothed[b] + SMOOTHING * (power - smoothed[b]);
            part[b] = Math.min(part[b], smoothed[b]);
            float least = least(b);
            if (frames == 0) {
                floor[b] = power;
            } else if (smoothed[b] < STILL_NOISE * least) {
                floor[b] += AVERAGING * (power - floor[b]);
            }
            floor[b] = Math.clamp(floor[b], LEAST_ABOVE * least, MOST_ABOVE * least);
        }
        frames++;
    }

    private float least(int band) {
        float least = Float.POSITIVE_INFINITY;
        for (float[] part : minima) {
            least = Math.min(least, part[band]);
        }
        return least;
    }
}
