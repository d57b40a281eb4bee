package dev.sayso.engine.audio;

/// The power of a short piece of sound over frequency.
///
/// A piece is [#WINDOW] samples (32 ms) under a Hann window, padded with zeros to [#SIZE], so that
/// an autocorrelation taken from the power does not wrap around.
final class PowerSpectrum {

    /// Samples of a piece.
    static final int WINDOW = 512;

    /// Length of the transform.
    static final int SIZE = 1024;

    /// Frequencies from 0 to half the sampling rate.
    static final int BINS = SIZE / 2 + 1;

    private final RealFft fft = new RealFft(SIZE);
    private final float[] hann = hann();
    private final float[] windowed = new float[SIZE];
    private final float[] re = new float[BINS];
    private final float[] im = new float[BINS];

    /// The window.
    static float[] hann() {
        float[] hann = new float[WINDOW];
        double energy = 0;
        for (int i = 0; i < WINDOW; i++) {
            hann[i] = (float) (0.5 - 0.5 * StrictMath.cos(2 * Math.PI * (i + 0.5) / WINDOW));
            energy += hann[i] * hann[i];
        }
        for (int i = 0; i < WINDOW; i++) {
            hann[i] /= (float) Math.sqrt(energy * SIZE / 2);
        }
        return hann;
    }

    /// The nearest bin to a frequency.
    static int bin(double hertz) {
        return (int) Math.round(hertz * SIZE / Pcm.RATE);
    }

    /// Power in each bin; the sum over all bins is the mean square of the samples under the window.
    ///
    /// @param samples `[WINDOW]`
    /// @param power receives `[BINS]`
    void of(float[] samples, float[] power) {
        for (int i = 0; i < WINDOW; i++) {
            windowed[i] = samples[i] * hann[i];
        }
        fft.transform(windowed, re, im);
        for (int k = 0; k < BINS; k++) {
            power[k] = re[k] * re[k] + im[k] * im[k];
        }
    }
}
