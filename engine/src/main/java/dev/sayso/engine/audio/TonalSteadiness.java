package dev.sayso.engine.audio;

/// How much a frame's tones are those of a moment before or after: near 1 for hum, beeps and held
/// notes, less for a voice, whose harmonics do not stand still, and near 0 for noise.
///
/// The correlation of two log spectra less their envelopes: the idea of the "correlation map" in
/// the tonal detection of ITU-T G.718.
final class TonalSteadiness {

    /// Frames between the two.
    static final int APART = 12;

    private static final int FIRST_BIN = PowerSpectrum.bin(80);
    private static final int END_BIN = PowerSpectrum.bin(3000);

    /// Bins on each side that make the envelope.
    private static final int REACH = 8;

    private final FrameHistory history;
    private final SpeechBands bands;
    private final float[] log = new float[END_BIN + REACH];

    /// Log spectra less their envelopes, of the last frames.
    private final float[][] fine = new float[APART + 1][END_BIN];

    /// How the last frames go with those [#APART] later.
    private final float[] later = new float[APART];

    TonalSteadiness(FrameHistory history, SpeechBands bands) {
        this.history = history;
        this.bands = bands;
    }

    /// The steadiness of a frame, -1 to 1; to be called for one frame after the other.
    ///
    /// @param floor noise power of each band
    float of(long frame, float[] floor) {
        int slot = (int) (frame % APART);
        float withEarlier = later[slot];
        later[slot] = frame + APART < history.frames() ? compare(frame + APART, floor) : 0;
        return Math.max(withEarlier, later[slot]);
    }

    private float compare(long frame, float[] floor) {
        takeLog(history.power(frame), floor);
        float[] mine = fine[(int) (frame % fine.length)];
        for (int k = FIRST_BIN; k < END_BIN; k++) {
            int first = Math.max(0, k - REACH);
            float envelope = 0;
            for (int i = first; i < k + REACH; i++) {
                envelope += log[i];
            }
            mine[k] = log[k] - envelope / (k + REACH - first);
        }
        return correlation(mine, fine[(int) ((frame - APART) % fine.length)]);
    }

    /// Of the power over the floor; what lies below it counts little.
    private void takeLog(float[] power, float[] floor) {
        for (int b = 0; b < SpeechBands.COUNT; b++) {
            float noise = floor[b] / (bands.end(b) - bands.start(b));
            int end = Math.min(bands.end(b), log.length);
            for (int k = b == 0 ? 0 : bands.start(b); k < end; k++) {
                log[k] = (float) Math.log(1 + power[k] / (2 * noise));
            }
        }
    }

    private static float correlation(float[] a, float[] b) {
        float product = 0;
        float squares = 0;
        float otherSquares = 0;
        for (int k = FIRST_BIN; k < END_BIN; k++) {
            product += a[k] * b[k];
            squares += a[k] * a[k];
            otherSquares += b[k] * b[k];
        }
        float scale = (float) Math.sqrt(squares * otherSquares);
        return scale == 0 ? 0 : product / scale;
    }
}
