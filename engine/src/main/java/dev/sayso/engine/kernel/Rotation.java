package dev.sayso.engine.kernel;

/// Rotary position embedding: the angles position · theta^(-2i / headDim), tabulated.
///
/// Pairs are (i, i + headDim/2), as in NeoX. Qwen3-ASR asks for interleaved multimodal RoPE with
/// three position streams; for speech all three are the same running index and it becomes this.
public final class Rotation {

    private final int half;
    private final double theta;
    private float[] cos = new float[0];
    private float[] sin = new float[0];

    /// @param headDim even
    /// @param theta the base, `rope_theta`
    public Rotation(int headDim, double theta) {
        this.half = headDim / 2;
        this.theta = theta;
    }

    /// Makes sure that positions below `count` are tabulated.
    public void reserve(int count) {
        int known = cos.length / half;
        if (count <= known) {
            return;
        }
        int wanted = Math.max(count, Math.max(1024, known * 2));
        float[] newCos = new float[wanted * half];
        float[] newSin = new float[wanted * half];
        for (int position = 0; position < wanted; position++) {
            for (int i = 0; i < half; i++) {
                double angle = position * StrictMath.pow(theta, -2.0 * i / (2 * half));
                newCos[position * half + i] = (float) StrictMath.cos(angle);
                newSin[position * half + i] = (float) StrictMath.sin(angle);
            }
        }
        cos = newCos;
        sin = newSin;
    }

    /// Half of a head's size: how many pairs rotate.
    int half() {
        return half;
    }

    /// Cosines, `[positions, half]`.
    float[] cos() {
        return cos;
    }

    /// Sines, `[positions, half]`.
    float[] sin() {
        return sin;
    }
}
