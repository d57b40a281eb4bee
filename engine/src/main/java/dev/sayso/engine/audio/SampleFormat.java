package dev.sayso.engine.audio;

import java.io.IOException;
import java.nio.ByteBuffer;

/// What a WAV file's `fmt ` chunk says about its samples, checked.
///
/// @param kind how a sample lies in the bytes
/// @param channels at least 1
/// @param rate samples a second, 1 to [Resampler#HIGHEST_RATE]
record SampleFormat(SampleKind kind, int channels, int rate) {

    /// Bytes of a fmt chunk with the extension; what comes after them doesn't matter here.
    static final int EXTENDED = 40;

    private static final int PLAIN = 16;

    private static final int TAG_PCM = 1;
    private static final int TAG_FLOAT = 3;
    private static final int TAG_EXTENSIBLE = 0xfffe;

    /// KSDATAFORMAT_SUBTYPE_…: a format tag in the first two bytes of the GUID, then always these.
    private static final long SUBTYPE_MIDDLE = 0x0010_0000_0000_0000L;

    private static final long SUBTYPE_END = 0x719b_3800_aa00_0080L;

    /// Bytes of one sample in all channels.
    int frameBytes() {
        return channels * kind.bytes;
    }

    /// Reads the chunk.
    ///
    /// @param chunk its first bytes, at most [#EXTENDED], little-endian, from 0 to the limit
    /// @param name of the file, for errors
    /// @throws IOException naming what the engine cannot read
    static SampleFormat parse(ByteBuffer chunk, String name) throws IOException {
        requireLength(chunk, PLAIN, "a fmt chunk", name);
        int channels = Short.toUnsignedInt(chunk.getShort(2));
        long rate = Integer.toUnsignedLong(chunk.getInt(4));
        int frameBytes = Short.toUnsignedInt(chunk.getShort(12));
        int bits = Short.toUnsignedInt(chunk.getShort(14));
        SampleKind kind = kind(tag(chunk, name), bits, name);
        if (channels == 0) {
            throw Mismatch.of(name, "at least one channel", "0 channels");
        }
        if (rate == 0 || rate > Resampler.HIGHEST_RATE) {
            throw Mismatch.of(
                    name, "a sample rate of 1 to " + Resampler.HIGHEST_RATE + " Hz", rate + " Hz");
        }
        int expected = channels * kind.bytes;
        if (frameBytes != expected) {
            throw Mismatch.of(
                    name,
                    "a block align of " + expected + " for " + channels + " × " + bits + " bits",
                    "a block align of " + frameBytes);
        }
        return new SampleFormat(kind, channels, (int) rate);
    }

    /// The format tag, looked up in the extension when the chunk has one.
    private static int tag(ByteBuffer chunk, String name) throws IOException {
        int tag = Short.toUnsignedInt(chunk.getShort(0));
        if (tag != TAG_EXTENSIBLE) {
            return tag;
        }
        requireLength(chunk, EXTENDED, "an extensible fmt chunk", name);
        // the valid bits at 18 don't matter: fewer bits are aligned to the top of their container
        long first = chunk.getLong(24);
        long second = chunk.getLong(32);
        if ((first & ~0xffffL) != SUBTYPE_MIDDLE || second != SUBTYPE_END) {
            byte[] guid = new byte[16];
            chunk.get(24, guid);
            String found = "an unknown sub-format (" + Mismatch.readable(guid, 0, 16) + ")";
            throw Mismatch.of(name, "PCM or float samples", found);
        }
        return (int) (first & 0xffff);
    }

    private static void requireLength(ByteBuffer chunk, int bytes, String what, String name)
            throws IOException {
        if (chunk.limit() < bytes) {
            throw Mismatch.of(
                    name, what + " of at least " + bytes + " bytes", "one of " + chunk.limit());
        }
    }

    private static SampleKind kind(int tag, int bits, String name) throws IOException {
        if (tag == TAG_PCM) {
            // 12 or 20 bits lie at the top of 16 or 24
            return switch ((bits + 7) / 8) {
                case 1 -> SampleKind.U8;
                case 2 -> SampleKind.S16;
                case 3 -> SampleKind.S24;
                case 4 -> SampleKind.S32;
                default -> throw Mismatch.of(name, "PCM of 8, 16, 24 or 32 bits", bits + " bits");
            };
        }
        if (tag == TAG_FLOAT) {
            return switch (bits) {
                case 32 -> SampleKind.F32;
                case 64 -> SampleKind.F64;
                default -> throw Mismatch.of(name, "floats of 32 or 64 bits", bits + " bits");
            };
        }
        throw Mismatch.of(name, "PCM or float samples", codec(tag) + " (format tag " + tag + ")");
    }

    /// The codecs that turn up in WAV files, from RFC 2361.
    private static String codec(int tag) {
        return switch (tag) {
            case 0x0002 -> "Microsoft ADPCM";
            case 0x0006 -> "A-law";
            case 0x0007 -> "mu-law";
            case 0x0011 -> "IMA ADPCM";
            case 0x0031 -> "GSM 6.10";
            case 0x0050 -> "MPEG audio";
            case 0x0055 -> "MP3";
            default -> "an unknown codec";
        };
    }
}
