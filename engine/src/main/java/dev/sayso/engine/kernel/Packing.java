package dev.sayso.engine.kernel;

import java.lang.foreign.MemorySegment;

/// How a [Weight] is packed.
public enum Packing {
    /// As [Weight.F32].
    F32,
    /// As [Weight.Bf16].
    BF16,
    /// As [Weight.Int8].
    INT8;

    /// What keeps every value of a type: half floats have no panel of their own and are widened.
    public static Packing of(ElementType type) {
        return type == ElementType.BF16 ? BF16 : F32;
    }

    /// Bytes a packed weight takes.
    public long bytes(int rows, int cols) {
        long panels = ((long) rows + Weight.PANEL - 1) / Weight.PANEL;
        return switch (this) {
            case F32 -> panels * cols * Weight.PANEL * 4;
            case BF16 -> panels * cols * Weight.PANEL * 2;
            // the smallest vector of bytes reads four more than it needs
            case INT8 -> panels * Weight.Int8.panelBytes(cols) + 8;
        };
    }

    /// A weight over memory that was packed before.
    ///
    /// @throws IllegalArgumentException when the memory's size is not [#bytes]
    public Weight over(int rows, int cols, MemorySegment packed) {
        if (packed.byteSize() != bytes(rows, cols)) {
            throw new IllegalArgumentException(
                    packed.byteSize() + " bytes for [" + rows + ", " + cols + "] as " + this);
        }
        return switch (this) {
            case F32 -> new Weight.F32(rows, cols, packed);
            case BF16 -> new Weight.Bf16(rows, cols, packed);
            case INT8 -> new Weight.Int8(rows, cols, packed);
        };
    }
}
