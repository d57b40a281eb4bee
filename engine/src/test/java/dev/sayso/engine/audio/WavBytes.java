package dev.sayso.engine.audio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Builds WAV files, right ones and wrong ones, chunk by chunk.
final class WavBytes {

    static final long RIGHT = -1;

    private final String id;
    private long riffSize = RIGHT;
    private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();

    private WavBytes(String id) {
        this.id = id;
        ascii("WAVE");
    }

    static WavBytes file(String id) {
        return new WavBytes(id);
    }

    static WavBytes riff() {
        return file("RIFF");
    }

    /// An ordinary file of 16 bits, mono.
    static byte[] ordinary(int rate, short... samples) {
        return riff().fmt(1, 1, rate, 16).data(shorts(samples)).bytes();
    }

    WavBytes sized(long size) {
        riffSize = size;
        return this;
    }

    WavBytes fmt(int tag, int channels, int rate, int bits) {
        return chunk("fmt ", fmtBody(tag, channels, rate, bits, channels * ((bits + 7) / 8)));
    }

    WavBytes extensible(int subFormat, int channels, int rate, int bits, int validBits) {
        ByteBuffer body = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        body.put(fmtBody(0xfffe, channels, rate, bits, channels * bits / 8));
        body.putShort((short) 22).putShort((short) validBits).putInt(0);
        body.putShort((short) subFormat).putShort((short) 0).putInt(0x0010_0000);
        body.putInt(0xaa00_0080).putInt(0x719b_3800);
        return chunk("fmt ", body.array());
    }

    static byte[] fmtBody(int tag, int channels, int rate, int bits, int blockAlign) {
        return littleEndian(16)
                .putShort((short) tag)
                .putShort((short) channels)
                .putInt(rate)
                .putInt(rate * blockAlign)
                .putShort((short) blockAlign)
                .putShort((short) bits)
                .array();
    }

    WavBytes ds64(long dataBytes) {
        return chunk("ds64", littleEndian(28).putLong(0).putLong(dataBytes).putLong(0).array());
    }

    WavBytes data(byte[] samples) {
        return chunk("data", samples);
    }

    WavBytes chunk(String name, byte[] body) {
        chunk(name, body.length, body);
        if (body.length % 2 == 1) {
            chunks.write(0);
        }
        return this;
    }

    /// A chunk that says what is not so; not padded.
    WavBytes chunk(String name, long size, byte[] body) {
        ascii(name);
        chunks.writeBytes(littleEndian(4).putInt((int) size).array());
        chunks.writeBytes(body);
        return this;
    }

    byte[] bytes() {
        long size = riffSize == RIGHT ? chunks.size() : riffSize;
        return littleEndian(8 + chunks.size())
                .put(id.getBytes(StandardCharsets.US_ASCII))
                .putInt((int) size)
                .put(chunks.toByteArray())
                .array();
    }

    static byte[] shorts(short... samples) {
        ByteBuffer body = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        for (short sample : samples) {
            body.putShort(sample);
        }
        return body.array();
    }

    /// Samples in [-1, 1] as a file of this kind holds them.
    static byte[] encode(SampleKind kind, double... samples) {
        ByteBuffer body =
                ByteBuffer.allocate(kind.bytes * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double sample : samples) {
            switch (kind) {
                case U8 -> body.put((byte) (whole(sample, 128) + 128));
                case S16 -> body.putShort((short) whole(sample, 1 << 15));
                case S24 -> {
                    long value = whole(sample, 1 << 23);
                    body.putShort((short) value).put((byte) (value >> 16));
                }
                case S32 -> body.putInt((int) whole(sample, 1L << 31));
                case F32 -> body.putFloat((float) sample);
                case F64 -> body.putDouble(sample);
            }
        }
        return body.array();
    }

    private static long whole(double sample, long scale) {
        return Math.clamp(Math.round(sample * scale), -scale, scale - 1);
    }

    static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void ascii(String text) {
        chunks.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
