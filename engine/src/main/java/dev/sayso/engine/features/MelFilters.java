package dev.sayso.engine.features;

/// Triangular filters on Slaney's mel scale (as in librosa and Whisper): linear below 1 kHz, 200/3
/// Hz a mel, and 27 mels for each factor 6.4 above; each triangle has unit area.
final class MelFilters {

    private static final double LINEAR = 200.0 / 3;
    private static final double BREAK_HZ = 1000;
    private static final double BREAK_MEL = 15;
    private static final double LOG_STEP = Math.log(6.4) / 27;

    private MelFilters() {}

    /// The filters as rows over DFT bins, `[filters, bins]`, from 0 Hz to half the rate.
    static float[][] make(int filters, int bins, double rate) {
        double[] edges = new double[filters + 2];
        double top = mel(rate / 2);
        for (int i = 0; i < edges.length; i++) {
            edges[i] = hertz(top * i / (filters + 1));
        }
        float[][] bank = new float[filters][bins];
        for (int m = 0; m < filters; m++) {
            double area = 2 / (edges[m + 2] - edges[m]);
            for (int k = 0; k < bins; k++) {
                double f = rate / 2 * k / (bins - 1);
                double up = (f - edges[m]) / (edges[m + 1] - edges[m]);
                double down = (edges[m + 2] - f) / (edges[m + 2] - edges[m + 1]);
                bank[m][k] = (float) (Math.max(0, Math.min(up, down)) * area);
            }
        }
        return bank;
    }

    private static double mel(double hertz) {
        return hertz < BREAK_HZ
                ? hertz / LINEAR
                : BREAK_MEL + StrictMath.log(hertz / BREAK_HZ) / LOG_STEP;
    }

    private static double hertz(double mel) {
        return mel < BREAK_MEL
                ? mel * LINEAR
                : BREAK_HZ * StrictMath.exp((mel - BREAK_MEL) * LOG_STEP);
    }
}
