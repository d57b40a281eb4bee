package dev.sayso.engine.kernel;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Small calls of every kernel, in the order in which a run needs them.
///
/// The sizes are as small as they can be with no branch missing: ten rows are one tile, or two, and
/// a part of one. Interpreted vectors are hundreds of times slower than compiled ones, and where
/// many of them are interpreted the JVM compiles the Vector API's own code, which nothing calls
/// once the kernels are compiled. (How often the innermost loops turn plays no part: they are too
/// long to be unrolled.)
public final class WarmUpSteps {

    private static final int ROWS = 10;

    /// So many that 8-bit values are read before they are widened.
    private static final int MANY_ROWS = Products.FEW + 2;

    private static final int OUTPUTS = 2 * Weight.PANEL;

    private static final int ENCODER = 16;

    /// Two blocks of 8-bit values.
    private static final int DECODER = 2 * Weight.Int8.BLOCK;

    private static final int CHANNELS = 16;

    /// One row passes up to three panels at once.
    private static final int OUTPUTS_OF_ONE = 6 * Weight.PANEL;

    /// Two bytes of it are a bf16, and four a float, of about 0.01.
    private static final byte FILLING = 0x3c;

    private final Kernels kernels;
    private final Memory memory;
    private final List<WarmUpThread.Step> steps = new ArrayList<>();

    private WarmUpSteps(Kernels kernels, Memory memory) {
        this.kernels = kernels;
        this.memory = memory;
    }

    /// The steps.
    ///
    /// @param kernels used by nobody else
    /// @param memory gives the weights' memory
    /// @param eightBit whether the decoder's weights will be 8-bit
    public static List<WarmUpThread.Step> of(Kernels kernels, Memory memory, boolean eightBit) {
        WarmUpSteps made = new WarmUpSteps(kernels, memory);
        made.encoder();
        made.prompt(eightBit ? Packing.INT8 : Packing.BF16);
        made.token(eightBit);
        return List.copyOf(made.steps);
    }

    private void encoder() {
        convolution(1);
        convolution(CHANNELS);
        float[] scale = filled(ENCODER);
        Matrix x = matrix(ROWS, ENCODER);
        Matrix normed = matrix(ROWS, ENCODER);
        steps.add(() -> kernels.layerNorm(x, scale, scale, 1e-5f, normed));
        Weight weight = weight(Packing.BF16, OUTPUTS, ENCODER);
        float[] bias = filled(OUTPUTS);
        Matrix y = matrix(ROWS, OUTPUTS);
        steps.add(() -> kernels.linear(x, weight, bias, y));
        Matrix qkv = matrix(20, 3 * 32);
        Matrix attended = matrix(20, 32);
        steps.add(() -> kernels.windowedAttention(qkv, 1, 20, attended));
        steps.add(() -> kernels.addLinear(x, weight, bias, y));
        steps.add(() -> kernels.geluLinear(x, weight, bias, y));
    }

    private void convolution(int channels) {
        FeatureMap x = new FeatureMap(1, 6, 8, channels);
        Arrays.fill(x.data(), 0, x.zeros(), 0.5f);
        FeatureMap y = new FeatureMap(1, 3, 4, OUTPUTS);
        Weight weight = weight(Packing.BF16, OUTPUTS, 9 * channels);
        float[] bias = filled(OUTPUTS);
        steps.add(() -> kernels.convolve(x, weight, bias, y));
    }

    private void prompt(Packing packing) {
        float[] scale = filled(DECODER);
        Matrix x = matrix(ROWS, DECODER);
        Matrix normed = matrix(ROWS, DECODER);
        steps.add(() -> kernels.rmsNorm(x, scale, 1e-6f, normed));
        if (packing == Packing.INT8) {
            Weight weight = weight(packing, OUTPUTS, DECODER);
            Matrix prompt = matrix(MANY_ROWS, DECODER);
            Matrix y = matrix(MANY_ROWS, OUTPUTS);
            steps.add(() -> kernels.linear(prompt, weight, null, y));
        }
        attention(ROWS);
        Matrix gateUp = matrix(ROWS, 2 * DECODER);
        steps.add(() -> kernels.swiGlu(gateUp, normed));
    }

    /// Two query heads that share one of keys and values, over some positions.
    private void attention(int rows) {
        int headDim = 32;
        int before = 30;
        float[] scale = filled(headDim);
        Rotation rotation = new Rotation(headDim, 1e6);
        rotation.reserve(rows);
        KeyValues past = new KeyValues(1, headDim);
        past.reserve(before + rows);
        past.advance(before);
        Matrix qkv = matrix(rows, 4 * headDim);
        Matrix attended = matrix(rows, 2 * headDim);
        steps.add(() -> kernels.headNorm(qkv, 0, 3, scale, 1e-6f));
        steps.add(() -> kernels.rotate(qkv, 0, 3, rotation, 0));
        steps.add(
                () -> {
                    past.truncate(before);
                    kernels.remember(qkv, 2 * headDim, 3 * headDim, past);
                });
        Matrix one = matrix(1, 4 * headDim);
        Matrix oneAttended = matrix(1, 2 * headDim);
        steps.add(
                () -> {
                    kernels.causalAttention(qkv, 2, past, attended);
                    kernels.causalAttention(one, 2, past, oneAttended);
                });
    }

    private void token(boolean eightBit) {
        Matrix x = matrix(1, DECODER);
        Weight exact = weight(Packing.BF16, OUTPUTS_OF_ONE, DECODER);
        Matrix y = matrix(1, OUTPUTS_OF_ONE);
        Weight.Int8 copy = (Weight.Int8) weight(Packing.INT8, OUTPUTS_OF_ONE, DECODER);
        Weight layer = eightBit ? copy : exact;
        steps.add(() -> kernels.addLinear(x, layer, null, y));
        steps.add(() -> kernels.argmaxByCopy(x, exact, copy));
    }

    /// The last panel is left zero: among outputs that are all the same, a scan skips none.
    private Weight weight(Packing packing, int rows, int cols) {
        MemorySegment packed = memory.allocate(packing.bytes(rows, cols));
        long panels = rows / Weight.PANEL - 1L;
        packed.asSlice(0, panels * packing.panelBytes(cols)).fill(FILLING);
        return packing.over(rows, cols, packed.asReadOnly());
    }

    private static Matrix matrix(int rows, int cols) {
        Matrix matrix = new Matrix(rows, cols);
        float[] data = matrix.data();
        for (int i = 0; i < data.length; i++) {
            data[i] = (i * 37 % 101 + 1) / 101f;
        }
        return matrix;
    }

    private static float[] filled(int size) {
        float[] values = new float[size];
        Arrays.fill(values, 0.5f);
        return values;
    }
}
