package dev.sayso.engine.kernel;

/// How one value of a [Tensor] is stored; all of them little-endian.
public enum ElementType {
    /// IEEE binary32.
    F32(4),
    /// The upper 16 bits of an IEEE binary32.
    BF16(2),
    /// IEEE binary16.
    F16(2);

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /// Bytes of one value.
    public int bytes() {
        return bytes;
    }
}
