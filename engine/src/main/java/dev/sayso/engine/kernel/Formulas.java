package dev.sayso.engine.kernel;

/// The elementary functions, one value at a time, each operation rounded to f32.
///
/// The vector kernels do the same operations in the same order, so that every implementation and
/// every vector width gives the same bits; nothing here calls the platform's own `exp`.
final class Formulas {

    /// exp(x) = 2ⁿ · exp(r): the constants of the Cephes library's `expf`, relative error below
    /// 1e-7 within the range where the result is a normal number; clamped outside.
    static final float EXP_MIN = -87.33654f;

    static final float EXP_MAX = 88.02f;
    static final float LOG2_E = 1.442695f;

    /// Adding 1.5 · 2²³ leaves the nearest integer in the low bits of the mantissa.
    static final float ROUND = 1.2582912e+07f;

    static final float LN2_HIGH = -0.6933594f;
    static final float LN2_LOW = 2.1219444e-4f;
    static final float EXP_0 = 1.9875691e-4f;
    static final float EXP_1 = 0.0013981999f;
    static final float EXP_2 = 0.008333452f;
    static final float EXP_3 = 0.041665796f;
    static final float EXP_4 = 0.16666666f;
    static final float EXP_5 = 0.5f;

    /// erf by Abramowitz and Stegun 7.1.26, absolute error below 1.5e-7.
    static final float SQRT_HALF = 0.70710677f;

    static final float ERF_P = 0.3275911f;
    static final float ERF_1 = 0.2548296f;
    static final float ERF_2 = -0.28449672f;
    static final float ERF_3 = 1.4214138f;
    static final float ERF_4 = -1.4531521f;
    static final float ERF_5 = 1.0614054f;

    private Formulas() {}

    static float exp(float x) {
        float clamped = Math.min(Math.max(x, EXP_MIN), EXP_MAX);
        float shifted = Math.fma(clamped, LOG2_E, ROUND);
        float n = shifted - ROUND;
        float r = Math.fma(n, LN2_LOW, Math.fma(n, LN2_HIGH, clamped));
        float p = Math.fma(EXP_0, r, EXP_1);
        p = Math.fma(p, r, EXP_2);
        p = Math.fma(p, r, EXP_3);
        p = Math.fma(p, r, EXP_4);
        p = Math.fma(p, r, EXP_5);
        p = Math.fma(p, r * r, r) + 1f;
        int exponent = Float.floatToRawIntBits(shifted) << 23;
        return Float.intBitsToFloat(Float.floatToRawIntBits(p) + exponent);
    }

    /// x · Φ(x), the exact form: ½ x (1 + erf(x / √2)).
    static float gelu(float x) {
        float z = Math.abs(x) * SQRT_HALF;
        float t = 1f / Math.fma(z, ERF_P, 1f);
        float p = Math.fma(t, ERF_5, ERF_4);
        p = Math.fma(p, t, ERF_3);
        p = Math.fma(p, t, ERF_2);
        p = Math.fma(p, t, ERF_1) * t;
        float erf = 1f - p * exp(-(z * z));
        return Math.fma(Math.abs(x), erf, x) * 0.5f;
    }

    /// x / (1 + exp(-x)).
    static float silu(float x) {
        return x / (exp(-x) + 1f);
    }

    /// Adds up sixteen partial sums, halving: the order every reduction ends with.
    ///
    /// A sum over n values keeps sixteen of them, value i going to sum i mod 16; that is what one
    /// AVX-512 vector does, two of AVX2, four of NEON.
    static float fold(float[] parts) {
        for (int half = 8; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                parts[i] += parts[i + half];
            }
        }
        return parts[0];
    }

    /// 1 / √(mean + eps).
    static float inverseRoot(float sum, int count, float eps) {
        return (float) (1 / Math.sqrt(sum / count + eps));
    }
}
