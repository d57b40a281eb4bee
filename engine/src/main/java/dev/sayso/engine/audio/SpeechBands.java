package dev.sayso.engine.audio;

/// Sums the bins of a [PowerSpectrum] into bands that are equally wide in mel.
///
/// They reach from 100 Hz to 7.6 kHz: below is rumble; an s is loudest at the upper end.
final class SpeechBands {

    /// Number of bands.
    static final int COUNT = 18;

    private static final double LOWEST = 100;
    private static final double HIGHEST = 7600;

    /// The first bin of each band, and the end of the last.
    private final int[] edges = new int[COUNT + 1];

    SpeechBands() {
        double low = mel(LOWEST);
        double high = mel(HIGHEST);
        for (int i = 0; i <= COUNT; i++) {
            edges[i] = PowerSpectrum.bin(hertz(low + (high - low) * i / COUNT));
        }
    }

    /// O'Shaughnessy's formula.
    private static double mel(double hertz) {
        return 2595 * StrictMath.log10(1 + hertz / 700);
    }

    private static double hertz(double mel) {
        return 700 * (StrictMath.pow(10, mel / 2595) - 1);
    }

    /// The first bin of a band.
    int start(int band) {
        return edges[band];
    }

    /// The bin after the last of a band.
    int end(int band) {
        return edges[band + 1];
    }

    /// Power in each band.
    ///
    /// @param power `[PowerSpectrum.BINS]`
    /// @param bands receives `[COUNT]`
    void sum(float[] power, float[] bands) {
        for (int b = 0; b < COUNT; b++) {
            float sum = 0;
            for (int k = edges[b]; k < edges[b + 1]; k++) {
                sum += power[k];
            }
            bands[b] = sum;
        }
    }

    /// The sum over the bands.
    static float total(float[] bands) {
        float sum = 0;
        for (float power : bands) {
            sum += power;
        }
        return sum;
    }
}
