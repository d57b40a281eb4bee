package dev.sayso.engine.audio;

/// The power of the last frames, so that a frame can be judged by those around it.
final class FrameHistory {

    /// Frames that are kept.
    static final int LENGTH = 80;

    private final SpeechBands bands;
    private final PowerSpectrum spectrum = new PowerSpectrum();
    private final float[][] powers = new float[LENGTH][PowerSpectrum.BINS];
    private final float[][] bandPowers = new float[LENGTH][SpeechBands.COUNT];
    private long frames;

    FrameHistory(SpeechBands bands) {
        this.bands = bands;
    }

    /// Frames heard so far.
    long frames() {
        return frames;
    }

    /// Takes in the next frame.
    ///
    /// @param samples `[PowerSpectrum.WINDOW]`
    void add(float[] samples) {
        int slot = (int) (frames % LENGTH);
        spectrum.of(samples, powers[slot]);
        bands.sum(powers[slot], bandPowers[slot]);
        frames++;
    }

    /// Power of each bin; belongs to this.
    float[] power(long frame) {
        return powers[slot(frame)];
    }

    /// Power of each band; belongs to this.
    float[] bands(long frame) {
        return bandPowers[slot(frame)];
    }

    /// Power of the first bins, smoothed over the frames around one with triangular weights.
    ///
    /// @param reach how many frames on each side, where there are any
    /// @param bins how many of them
    /// @param into receives `[bins]`
    void smoothPower(long frame, int reach, int bins, float[] into) {
        smooth(powers, frame, reach, bins, into);
    }

    /// The same of the bands' power, `[SpeechBands.COUNT]`.
    void smoothBands(long frame, int reach, float[] into) {
        smooth(bandPowers, frame, reach, SpeechBands.COUNT, into);
    }

    private void smooth(float[][] rows, long frame, int reach, int length, float[] into) {
        long first = Math.max(0, frame - reach);
        long last = Math.min(frames - 1, frame + reach);
        float weights = 0;
        for (long f = first; f <= last; f++) {
            float weight = reach + 1 - Math.abs(f - frame);
            float[] row = rows[slot(f)];
            for (int k = 0; k < length; k++) {
                into[k] = (f == first ? 0 : into[k]) + weight * row[k];
            }
            weights += weight;
        }
        for (int k = 0; k < length; k++) {
            into[k] /= weights;
        }
    }

    private int slot(long frame) {
        if (frame < Math.max(0, frames - LENGTH) || frame >= frames) {
            throw new IllegalArgumentException("frame " + frame + " of " + frames + " is not kept");
        }
        return (int) (frame % LENGTH);
    }
}
