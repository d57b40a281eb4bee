package dev.sayso.engine.audio;

import java.nio.ByteBuffer;

/// How one sample lies in the bytes: little-endian, full scale being 1.
enum SampleKind {
    U8(1),
    S16(2),
    S24(3),
    S32(4),
    F32(4),
    F64(8);

    /// Bytes of a sample.
    final int bytes;

    SampleKind(int bytes) {
        this.bytes = bytes;
    }

    /// The sample at a byte offset of a little-endian buffer; floats may be anything.
    double at(ByteBuffer buffer, int offset) {
        return switch (this) {
            case U8 -> ((buffer.get(offset) & 0xff) - 128) / 128.0;
            case S16 -> buffer.getShort(offset) / 32768.0;
            case S24 -> {
                int low = Short.toUnsignedInt(buffer.getShort(offset));
                yield ((buffer.get(offset + 2) << 16) | low) / 8388608.0;
            }
            case S32 -> buffer.getInt(offset) / 2147483648.0;
            case F32 -> buffer.getFloat(offset);
            case F64 -> buffer.getDouble(offset);
        };
    }
}
