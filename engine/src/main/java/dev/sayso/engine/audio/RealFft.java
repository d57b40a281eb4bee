package dev.sayso.engine.audio;

/// The discrete Fourier transform of real samples: one size, no allocation.
///
/// Even and odd samples are transformed together as real and imaginary part of a complex sequence
/// of half the length and separated afterwards (Press et al., *Numerical Recipes*, 12.3).
final class RealFft {

    private final int half;
    private final float[] cos;
    private final float[] sin;
    private final int[] reversed;
    private final float[] re;
    private final float[] im;

    /// @param size number of samples, a power of two of at least 4
    RealFft(int size) {
        if (size < 4 || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("not a power of two of at least 4: " + size);
        }
        half = size / 2;
        cos = new float[half];
        sin = new float[half];
        reversed = new int[half];
        re = new float[half];
        im = new float[half];
        int bits = Integer.numberOfTrailingZeros(half);
        for (int i = 0; i < half; i++) {
            cos[i] = (float) StrictMath.cos(2 * Math.PI * i / size);
            sin[i] = (float) StrictMath.sin(2 * Math.PI * i / size);
            reversed[i] = Integer.reverse(i) >>> (Integer.SIZE - bits);
        }
    }

    /// Number of samples.
    int size() {
        return 2 * half;
    }

    /// Bins 0 to size / 2 of the transform.
    ///
    /// @param samples `[size]`
    /// @param real receives `[size / 2 + 1]`
    /// @param imaginary receives `[size / 2 + 1]`
    void transform(float[] samples, float[] real, float[] imaginary) {
        for (int i = 0; i < half; i++) {
            re[reversed[i]] = samples[2 * i];
            im[reversed[i]] = samples[2 * i + 1];
        }
        for (int length = 2; length <= half; length *= 2) {
            butterflies(length);
        }
        separate(real, imaginary);
    }

    private void butterflies(int length) {
        int step = 2 * half / length;
        int middle = length / 2;
        for (int start = 0; start < half; start += length) {
            for (int i = 0; i < middle; i++) {
                float c = cos[i * step];
                float s = sin[i * step];
                int a = start + i;
                int b = a + middle;
                float turnedRe = re[b] * c + im[b] * s;
                float turnedIm = im[b] * c - re[b] * s;
                re[b] = re[a] - turnedRe;
                im[b] = im[a] - turnedIm;
                re[a] += turnedRe;
                im[a] += turnedIm;
            }
        }
    }

    private void separate(float[] real, float[] imaginary) {
        real[0] = re[0] + im[0];
        imaginary[0] = 0;
        real[half] = re[0] - im[0];
        imaginary[half] = 0;
        for (int k = 1; k < half; k++) {
            float evenRe = (re[k] + re[half - k]) / 2;
            float evenIm = (im[k] - im[half - k]) / 2;
            float oddRe = (im[k] + im[half - k]) / 2;
            float oddIm = (re[half - k] - re[k]) / 2;
            real[k] = evenRe + cos[k] * oddRe + sin[k] * oddIm;
            imaginary[k] = evenIm + cos[k] * oddIm - sin[k] * oddRe;
        }
    }
}
