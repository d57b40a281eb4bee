package dev.sayso.engine.kernel;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Packs tensors into the panels of a [Weight], once, when a model is opened.
public final class Panels {

    private static final int PANEL = Weight.PANEL;

    private Panels() {}

    /// Bytes a packed weight takes.
    public static long bytes(ElementType type, int rows, int cols) {
        long panels = ((long) rows + PANEL - 1) / PANEL;
        return panels * PANEL * cols * (packed(type) == ElementType.BF16 ? 2L : 4L);
    }

    /// Packs tensors of shape `[rows, …]`, one below the other, into one weight.
    ///
    /// @param tensors of one element type; everything after the first dimension is columns
    /// @param order for each packed column the tensor's column it is taken from; null: as they are
    /// @param into memory of [#bytes(ElementType, int, int)] bytes, zero
    /// @throws IOException naming the tensor when a value is not finite
    public static Weight pack(List<Tensor> tensors, int @Nullable [] order, MemorySegment into)
            throws IOException {
        ElementType type = tensors.getFirst().type();
        int cols = columns(tensors.getFirst());
        int row = 0;
        for (Tensor tensor : tensors) {
            if (tensor.type() != type || columns(tensor) != cols) {
                throw new IllegalArgumentException(tensor.origin() + " beside another shape");
            }
            packTensor(tensor, cols, order, into, row);
            row += tensor.shape().getFirst();
        }
        return packed(type) == ElementType.BF16
                ? new Weight.Bf16(row, cols, into.asReadOnly())
                : new Weight.F32(row, cols, into.asReadOnly());
    }

    /// Packs rows of full-precision numbers made by the engine itself.
    ///
    /// @param memory gives that many zeroed bytes
    public static Weight pack(float[][] rows, Memory memory) {
        int cols = rows[0].length;
        MemorySegment into = memory.allocate(bytes(ElementType.F32, rows.length, cols));
        for (int row = 0; row < rows.length; row++) {
            packF32(rows[row], null, into, row);
        }
        return new Weight.F32(rows.length, cols, into.asReadOnly());
    }

    /// What the values are packed as: half floats have no panel of their own and are widened,
    /// which is exact.
    private static ElementType packed(ElementType type) {
        return type == ElementType.BF16 ? ElementType.BF16 : ElementType.F32;
    }

    private static int columns(Tensor tensor) {
        return Math.toIntExact(tensor.size() / tensor.shape().getFirst());
    }

    private static void packTensor(
            Tensor tensor, int cols, int @Nullable [] order, MemorySegment into, int firstRow)
            throws IOException {
        int rows = tensor.shape().getFirst();
        float[] source = new float[cols];
        for (int row = 0; row < rows; row++) {
            tensor.read((long) row * cols, source);
            requireFinite(tensor, source, row);
            if (tensor.type() == ElementType.BF16) {
                packBf16(source, order, into, firstRow + row);
            } else {
                packF32(source, order, into, firstRow + row);
            }
        }
    }

    private static void requireFinite(Tensor tensor, float[] values, int row) throws IOException {
        float all = 0;
        for (float value : values) {
            all += value * 0f;
        }
        if (all != 0) {
            throw new IOException(
                    tensor.origin()
                            + ": expected finite values, found NaN or infinity in row "
                            + row);
        }
    }

    private static void packBf16(
            float[] source, int @Nullable [] order, MemorySegment into, int row) {
        int lane = row % PANEL;
        long at = (long) (row / PANEL) * source.length * PANEL * 2 + (lane % 16) * 4L;
        at += lane < 16 ? 0 : 2;
        for (int col = 0; col < source.length; col++) {
            float value = source[order == null ? col : order[col]];
            into.set(Tensor.SHORT, at, (short) (Float.floatToRawIntBits(value) >>> 16));
            at += PANEL * 2;
        }
    }

    private static void packF32(
            float[] source, int @Nullable [] order, MemorySegment into, int row) {
        long at = (long) (row / PANEL) * source.length * PANEL * 4 + (row % PANEL) * 4L;
        for (int col = 0; col < source.length; col++) {
            into.set(Weight.F32.VALUE, at, source[order == null ? col : order[col]]);
            at += PANEL * 4;
        }
    }
}
