package dev.sayso.engine.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/// Rounds a panel of weights to 8 bits, one scale for each row and block of 32 inputs.
final class Quantizer {

    private static final int PANEL = Weight.PANEL;
    private static final int BLOCK = Weight.Int8.BLOCK;
    private static final int MOST = 127;

    /// Scales of a row lie no further apart than this: a block of next to nothing beside others is
    /// rounded to zeros, and no ratio overflows.
    private static final double WIDEST = 0x1p-30;

    private Quantizer() {}

    /// Writes a panel of 32 rows, `[32][cols]`, as [Weight.Int8] has it.
    static void write(float[] panel, int cols, MemorySegment into, int index) {
        int blocks = (cols + BLOCK - 1) / BLOCK;
        double[][] scales = new double[PANEL][blocks];
        int[][] ratios = new int[blocks][PANEL / 2];
        float[] last = new float[PANEL];
        double[] missed = new double[PANEL];
        for (int row = 0; row < PANEL; row++) {
            last[row] = choose(panel, row * cols, cols, scales[row], ratios, row);
        }
        long at = index * Weight.Int8.panelBytes(cols);
        byte[] values = new byte[BLOCK * PANEL];
        for (int block = 0; block < blocks; block++) {
            int from = block * BLOCK;
            int count = Math.min(BLOCK, cols - from);
            for (int row = 0; row < PANEL; row++) {
                missed[row] +=
                        round(panel, row * cols + from, count, scales[row][block], values, row);
            }
            MemorySegment.copy(ratios[block], 0, into, Weight.Bf16.PAIR, at, PANEL / 2);
            at += Weight.Int8.RATIOS;
            MemorySegment.copy(values, 0, into, ValueLayout.JAVA_BYTE, at, count * PANEL);
            at += (long) count * PANEL;
        }
        MemorySegment.copy(last, 0, into, Weight.F32.VALUE, at, PANEL);
        float[] bounds = new float[PANEL];
        for (int row = 0; row < PANEL; row++) {
            bounds[row] = ScanTask.bound(panel, row * cols, cols, Math.sqrt(missed[row]));
        }
        at += Weight.Int8.SCALES;
        MemorySegment.copy(bounds, 0, into, Weight.F32.VALUE, at, PANEL);
    }

    /// Chooses a row's scales from its last block to its first; gives the last one.
    ///
    /// The last block's is the smallest bf16, and each earlier one the smallest product of a bf16
    /// ratio and its neighbour's, that brings the block's largest value to at most 127.
    private static float choose(
            float[] panel, int start, int cols, double[] scales, int[][] ratios, int row) {
        int blocks = scales.length;
        for (int block = 0; block < blocks; block++) {
            int from = start + block * BLOCK;
            scales[block] = largest(panel, from, Math.min(BLOCK, cols - block * BLOCK)) / MOST;
        }
        double most = Arrays.stream(scales).max().orElse(0);
        double needed = scales[blocks - 1] == 0 ? most : scales[blocks - 1];
        float last = most == 0 ? 1 : roundUp(Math.max(needed, most * WIDEST));
        scales[blocks - 1] = last;
        for (int block = blocks - 2; block >= 0; block--) {
            double next = scales[block + 1];
            // a block of zeros has any scale
            needed = scales[block] == 0 ? next : Math.max(scales[block], most * WIDEST);
            float ratio = roundUp(needed / next);
            scales[block] = next * ratio;
            put(ratios[block + 1], row, ratio);
        }
        // multiplies a sum of nothing
        put(ratios[0], row, 1);
        return last;
    }

    private static float largest(float[] values, int from, int count) {
        float largest = 0;
        for (int i = from; i < from + count; i++) {
            largest = Math.max(largest, Math.abs(values[i]));
        }
        return largest;
    }

    /// The smallest bf16 that is no smaller.
    private static float roundUp(double value) {
        float near = (float) value;
        float above = near < value ? Math.nextUp(near) : near;
        return Float.intBitsToFloat((Float.floatToRawIntBits(above) + 0xffff) & 0xffff0000);
    }

    private static void put(int[] pairs, int row, float value) {
        int bits = Float.floatToRawIntBits(value);
        if (row < PANEL / 2) {
            pairs[row] |= bits >>> 16;
        } else {
            pairs[row - PANEL / 2] |= bits;
        }
    }

    /// Rounds one row's block; gives the sum of the squares of what was lost.
    private static double round(
            float[] from, int start, int count, double scale, byte[] values, int row) {
        float inverse = (float) (1 / scale);
        double missed = 0;
        for (int i = 0; i < count; i++) {
            float value = from[start + i] * inverse;
            int rounded = (int) (value + Math.copySign(0.5f, value));
            rounded = Math.clamp(rounded, -MOST, MOST);
            values[i * PANEL + row] = (byte) rounded;
            double loss = from[start + i] - rounded * scale;
            missed += loss * loss;
        }
        return missed;
    }
}
