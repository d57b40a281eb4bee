package dev.sayso.engine.kernel;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Packs tensors into the panels of a [Weight], once, when a model is opened.
public final class Panels {

    private static final int PANEL = Weight.PANEL;

    private Panels() {}

    /// Packs tensors of shape `[rows, …]`, one below the other, into one weight.
    ///
    /// @param tensors of one element type; everything after the first dimension is columns
    /// @param order for each packed column the tensor's column it is taken from; null: as they are
    /// @param into memory of [Packing#bytes] bytes, zero
    /// @throws InterruptedIOException when the calling thread is interrupted; it stays so
    /// @throws IOException naming the tensor when a value is not finite
    public static Weight pack(
            Packing packing, List<Tensor> tensors, int @Nullable [] order, MemorySegment into)
            throws IOException {
        int cols = columns(tensors.getFirst());
        int rows = 0;
        for (Tensor tensor : tensors) {
            if (columns(tensor) != cols) {
                throw new IllegalArgumentException(tensor.origin() + " beside another shape");
            }
            rows += tensor.shape().getFirst();
        }
        if (packing == Packing.BF16) {
            packBf16(tensors, new Bf16Packer(cols, order), rows, into);
            return packing.over(rows, cols, into.asReadOnly());
        }
        float[] panel = new float[PANEL * cols];
        float[] source = new float[cols];
        int row = 0;
        for (Tensor tensor : tensors) {
            for (int i = 0; i < tensor.shape().getFirst(); i++, row++) {
                tensor.read((long) i * cols, source);
                requireFinite(tensor, source, i);
                place(source, order, panel, row % PANEL * cols);
                if (row % PANEL == PANEL - 1 || row == rows - 1) {
                    write(packing, panel, cols, into, row / PANEL);
                    Arrays.fill(panel, 0f);
                    checkInterrupt(tensor);
                }
            }
        }
        return packing.over(rows, cols, into.asReadOnly());
    }

    private static void packBf16(
            List<Tensor> tensors, Bf16Packer packer, int rows, MemorySegment into)
            throws IOException {
        int row = 0;
        for (Tensor tensor : tensors) {
            if (tensor.type() != ElementType.BF16) {
                throw new IllegalArgumentException(tensor.origin() + " is not bf16");
            }
            for (int i = 0; i < tensor.shape().getFirst(); i++, row++) {
                int lane = row % PANEL;
                packer.take(tensor, i, lane);
                if (lane == PANEL - 1 || row == rows - 1) {
                    packer.write(into, row / PANEL, lane + 1);
                    checkInterrupt(tensor);
                }
            }
        }
    }

    /// Packs rows of full-precision numbers made by the engine itself.
    ///
    /// @param memory gives that many zeroed bytes
    public static Weight pack(float[][] rows, Memory memory) {
        int cols = rows[0].length;
        MemorySegment into = memory.allocate(Packing.F32.bytes(rows.length, cols));
        float[] panel = new float[PANEL * cols];
        for (int row = 0; row < rows.length; row++) {
            place(rows[row], null, panel, row % PANEL * cols);
            if (row % PANEL == PANEL - 1 || row == rows.length - 1) {
                write(Packing.F32, panel, cols, into, row / PANEL);
                Arrays.fill(panel, 0f);
            }
        }
        return Packing.F32.over(rows.length, cols, into.asReadOnly());
    }

    private static void checkInterrupt(Tensor tensor) throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException(tensor.origin() + ": interrupted while reading");
        }
    }

    private static int columns(Tensor tensor) {
        return Math.toIntExact(tensor.size() / tensor.shape().getFirst());
    }

    private static void place(float[] source, int @Nullable [] order, float[] panel, int at) {
        if (order == null) {
            System.arraycopy(source, 0, panel, at, source.length);
            return;
        }
        for (int col = 0; col < source.length; col++) {
            panel[at + col] = source[order[col]];
        }
    }

    private static void requireFinite(Tensor tensor, float[] values, int row) throws IOException {
        int largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Float.floatToRawIntBits(value) & 0x7fffffff);
        }
        if (largest >= 0x7f800000) {
            throw notFinite(tensor, row);
        }
    }

    static IOException notFinite(Tensor tensor, int row) {
        return new IOException(
                tensor.origin() + ": expected finite values, found NaN or infinity in row " + row);
    }

    /// Writes a panel of 32 rows, `[32][cols]`.
    private static void write(
            Packing packing, float[] panel, int cols, MemorySegment into, int index) {
        switch (packing) {
            case F32 -> writeF32(panel, cols, into, index);
            case BF16 -> throw new IllegalArgumentException("bf16 is packed by itself");
            case INT8 -> Quantizer.write(panel, cols, into, index);
        }
    }

    private static void writeF32(float[] panel, int cols, MemorySegment into, int index) {
        float[] packed = new float[cols * PANEL];
        for (int row = 0; row < PANEL; row++) {
            for (int col = 0; col < cols; col++) {
                packed[col * PANEL + row] = panel[row * cols + col];
            }
        }
        long at = (long) index * packed.length * Float.BYTES;
        MemorySegment.copy(packed, 0, into, Weight.F32.VALUE, at, packed.length);
    }
}
