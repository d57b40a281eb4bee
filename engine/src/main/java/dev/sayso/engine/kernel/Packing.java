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

    /// The version of everything that decides the bytes of a packed weight: the layouts of all
    /// packings and the rounding. Raise it whenever one of them changes: packed weights that were
    /// kept from an earlier run are then packed anew.
    public static final int LAYOUT_VERSION = 2;

    /// What keeps every value of a type: half floats have no panel of their own and are widened.
    public static Packing of(ElementType type) {
        return type == ElementType.BF16 ? BF16 : F32;
    }

    /// Bytes a packed weight takes: its panels one after the other, then a tail of zeros.
    ///
    /// So the panels of a weight may be packed in groups, each as a weight of its own, and put
    /// together.
    public long bytes(int rows, int cols) {
        long panels = ((long) rows + Weight.PANEL - 1) / Weight.PANEL;
        return panels * panelBytes(cols) + tailBytes();
    }

    /// Bytes of one panel: [Weight#PANEL] rows, or what is left of them.
    public long panelBytes(int cols) {
        return switch (this) {
            case F32 -> (long) cols * Weight.PANEL * 4;
            case BF16 -> (long) cols * Weight.PANEL * 2;
            case INT8 -> Weight.Int8.panelBytes(cols);
        };
    }

    private long tailBytes() {
        return switch (this) {
            case F32, BF16 -> 0;
            // the smallest vector of bytes reads four more than it needs
            case INT8 -> 8;
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
