package dev.sayso.engine.audio;

/// The taps of a windowed-sinc low-pass, for every position between two input samples.
///
/// Tap at t input samples from the output's instant: c·s·sinc(c·s·t)·kaiser(s·t / [#CROSSINGS]),
/// where s = min(1, 16000 / rate) makes the filter as wide as the lower rate needs, and c puts
/// the middle of the slope at 0.9625 of the lower Nyquist frequency. By Kaiser's formulas
/// (Oppenheim & Schafer, *Discrete-Time Signal Processing*, 7.5.3) 96 dB over a slope of 0.075 of
/// it need β = 9.6 and 82 zero crossings on either side. Each row is scaled to sum to 1.
///
/// With few positions (44.1 kHz has 160) there is a row for each. With up to 16 000 of them, for
/// odd rates, the table would grow without need: 512 rows a zero crossing and a straight line
/// between two of them are exact to about -120 dB.
final class SincTable {

    private static final int CROSSINGS = 82;
    private static final double BETA = 0.1102 * (96 - 8.7);
    private static final double CUTOFF = 0.9625;

    private static final int MOST_TAPS = 1 << 18;
    private static final int ROWS_PER_CROSSING = 512;

    /// 1 / k²; a division would be half of the table's cost.
    private static final double[] INVERSE_SQUARES = inverseSquares();

    private final int half;
    private final int rows;
    private final int phases;

    /// `[rows + 1, 2 · half]`; the last row is the first one, a sample later.
    private final float[] taps;

    private SincTable(double scale, int half, int rows, int phases) {
        this.half = half;
        this.rows = rows;
        this.phases = phases;
        this.taps = new float[(rows + 1) * 2 * half];
        for (int row = 0; row <= rows / 2; row++) {
            fillRow(row, scale);
            mirrorRow(row);
        }
    }

    /// A table for outputs `step / phases` input samples apart.
    static SincTable of(int step, int phases) {
        double scale = Math.min(1, (double) phases / step);
        // a multiple of 4, for the loop in dot
        int half = (int) Math.ceil(CROSSINGS / scale / 4) * 4;
        boolean small = (long) phases * 2 * half <= MOST_TAPS;
        int rows = small ? phases : (int) Math.ceil(ROWS_PER_CROSSING * scale);
        return new SincTable(scale, half, rows, phases);
    }

    /// Input samples needed on either side.
    int half() {
        return half;
    }

    /// One output sample: `phase / phases` after `input[from + half - 1]`.
    float at(float[] input, int from, int phase) {
        if (rows == phases) {
            return dot(input, from, phase);
        }
        long position = (long) phase * rows;
        int row = (int) (position / phases);
        float between = (float) (position % phases) / phases;
        float left = dot(input, from, row);
        return left + between * (dot(input, from, row + 1) - left);
    }

    /// Eight sums, since a single one would wait for itself.
    private float dot(float[] input, int from, int row) {
        int count = 2 * half;
        int tap = row * count;
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        for (int i = 0; i < count; i += 8) {
            s0 += input[from + i] * taps[tap + i];
            s1 += input[from + i + 1] * taps[tap + i + 1];
            s2 += input[from + i + 2] * taps[tap + i + 2];
            s3 += input[from + i + 3] * taps[tap + i + 3];
            s4 += input[from + i + 4] * taps[tap + i + 4];
            s5 += input[from + i + 5] * taps[tap + i + 5];
            s6 += input[from + i + 6] * taps[tap + i + 6];
            s7 += input[from + i + 7] * taps[tap + i + 7];
        }
        return ((s0 + s4) + (s1 + s5)) + ((s2 + s6) + (s3 + s7));
    }

    private void fillRow(int row, double scale) {
        int count = 2 * half;
        double[] values = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double t = scale * (i - (half - 1) - (double) row / rows);
            values[i] = sinc(CUTOFF * t) * kaiser(t / CROSSINGS);
            sum += values[i];
        }
        for (int i = 0; i < count; i++) {
            taps[row * count + i] = (float) (values[i] / sum);
        }
    }

    /// The sinc is symmetric, so the row as far from the next sample is this one backwards.
    private void mirrorRow(int row) {
        int count = 2 * half;
        for (int i = 0; i < count; i++) {
            taps[(rows - row) * count + i] = taps[row * count + count - 1 - i];
        }
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    /// The window at x from -1 to 1, up to a constant factor.
    private static double kaiser(double x) {
        return Math.abs(x) > 1 ? 0 : bessel(BETA * Math.sqrt(1 - x * x));
    }

    /// The modified Bessel function I₀(x) = Σ (x²/4)ᵏ / k!², which 30 terms give in full for x ≤ β.
    private static double bessel(double x) {
        double q = x * x / 4;
        double sum = 1;
        for (int k = 30; k > 0; k--) {
            sum = 1 + sum * q * INVERSE_SQUARES[k];
        }
        return sum;
    }

    private static double[] inverseSquares() {
        double[] result = new double[31];
        for (int k = 1; k < result.length; k++) {
            result[k] = 1.0 / (k * k);
        }
        return result;
    }
}
