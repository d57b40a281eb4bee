package dev.sayso.engine.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Rounds a panel of weights to 8 bits, one scale for each row and block of 32 inputs.
final class Quantizer {

    private static final int PANEL = Weight.PANEL;
    private static final int BLOCK = Weight.Int8.BLOCK;

    private Quantizer() {}

    /// Writes a panel of 32 rows, `[32][cols]`, as [Weight.Int8] has it.
    static void write(float[] panel, int cols, MemorySegment into, int index) {
        long at = index * Weight.Int8.panelBytes(cols);
        int[] scales = new int[PANEL / 2];
        byte[] values = new byte[BLOCK * PANEL];
        for (int block = 0; block < cols; block += BLOCK) {
            int count = Math.min(BLOCK, cols - block);
            for (int row = 0; row < PANEL; row++) {
                int bits = round(panel, row * cols + block, count, values, row);
                if (row < PANEL / 2) {
                    scales[row] = bits >>> 16;
                } else {
                    scales[row - PANEL / 2] |= bits;
                }
            }
            MemorySegment.copy(scales, 0, into, Weight.Bf16.PAIR, at, scales.length);
            at += Weight.Int8.SCALES;
            int bytes = count * PANEL;
            MemorySegment.copy(values, 0, into, ValueLayout.JAVA_BYTE, at, bytes);
            at += bytes;
        }
    }

    /// Rounds one row's block; gives the bits of its scale.
    ///
    /// The scale is the smallest bfloat16 that brings the largest value to at most 127.
    private static int round(float[] from, int start, int count, byte[] values, int row) {
        float largest = 0;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, Math.abs(from[start + i]));
        }
        int bits = (Float.floatToRawIntBits(largest / 127) + 0xffff) & 0xffff0000;
        float scale = Float.intBitsToFloat(bits);
        for (int i = 0; i < count; i++) {
            int value = scale == 0 ? 0 : Math.round(from[start + i] / scale);
            values[i * PANEL + row] = (byte) value;
        }
        return bits;
    }
}
