package dev.sayso.engine.audio;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One walk through a WAV file's chunks, up to its samples.
///
/// Microsoft's RIFF/WAVE, and RF64 (EBU Tech 3306; BW64 is the same here), whose `ds64` chunk
/// holds the sizes that don't fit 32 bits. Chunks may come in any order as long as `fmt `
/// precedes `data`. The size in the file's first chunk is used for one doubt only, since so many
/// writers get it wrong.
final class WavChunks {

    /// Bytes that the walk may push back.
    static final int PUSHBACK = 8;

    private static final long SIZE_IN_DS64 = 0xffff_ffffL;

    private final PushbackInputStream in;
    private final String name;
    private final ByteBuffer bytes =
            ByteBuffer.allocate(SampleFormat.EXTENDED).order(ByteOrder.LITTLE_ENDIAN);
    private long position;
    private long riffSize;
    private boolean wide;
    private long wideDataBytes = WavHeader.UNKNOWN;
    private @Nullable SampleFormat format;

    WavChunks(PushbackInputStream in, String name) {
        this.in = in;
        this.name = name;
    }

    /// Whether a file that begins so is a WAV file.
    static boolean announcedBy(byte[] start) {
        String id = new String(start, 0, 4, StandardCharsets.ISO_8859_1);
        return id.equals("RIFF") || id.equals("RF64") || id.equals("BW64");
    }

    /// Walks to the first sample.
    WavHeader header() throws IOException {
        fileHeader();
        while (fill(8) == 8) {
            String id = id(0);
            long size = Integer.toUnsignedLong(bytes.getInt(4));
            switch (id) {
                case "data" -> {
                    if (format == null) {
                        throw Mismatch.of(name, "a fmt chunk", "the data chunk before it");
                    }
                    return new WavHeader(format, dataBytes(size));
                }
                case "fmt " -> {
                    format = SampleFormat.parse(body("fmt", size), name);
                    skip(size + (size & 1) - bytes.limit());
                }
                case "ds64" -> {
                    // the size of everything, then that of the samples
                    ByteBuffer sizes = body("ds64", size);
                    wideDataBytes = sizes.limit() < 16 ? WavHeader.UNKNOWN : sizes.getLong(8);
                    skip(size + (size & 1) - bytes.limit());
                }
                default -> skip(size + (size & 1));
            }
        }
        String missing = format == null ? "a fmt chunk" : "a data chunk";
        throw Mismatch.of(name, missing, "the end of the file");
    }

    private void fileHeader() throws IOException {
        int got = fill(12);
        if (got == 0) {
            throw Mismatch.of(name, "a WAV file", "an empty file");
        }
        if (got < 4 || !announcedBy(bytes.array())) {
            String start = Mismatch.readable(bytes.array(), 0, Math.min(got, 4));
            throw Mismatch.of(
                    name, "a WAV file (RIFF or RF64)", "a file that begins with " + start);
        }
        if (got < 12) {
            throw Mismatch.of(name, "a WAV file", "only its first " + got + " bytes");
        }
        if (!id(8).equals("WAVE")) {
            String type = Mismatch.readable(bytes.array(), 8, 12);
            throw Mismatch.of(name, "a RIFF file of type WAVE", "type " + type);
        }
        wide = !id(0).equals("RIFF");
        riffSize = Integer.toUnsignedLong(bytes.getInt(4));
    }

    private long dataBytes(long size) throws IOException {
        if (wide && size == SIZE_IN_DS64) {
            return wideDataBytes > 0 ? wideDataBytes : WavHeader.UNKNOWN;
        }
        if (isPlaceholder(size)) {
            return WavHeader.UNKNOWN;
        }
        return size == 0 && !anotherChunkFollows() ? WavHeader.UNKNOWN : size;
    }

    /// Writers that cannot go back leave a size near a limit: 0xffffffff (ffmpeg), 0x7ffff000 less
    /// what makes whole frames (sox), 0x7fffff00 or 0x80000000 (arecord).
    private static boolean isPlaceholder(long size) {
        return (size >= 0x7fff_0000L && size <= 0x8000_0000L) || size >= 0xffff_0000L;
    }

    /// A data chunk of size 0 is either empty, and the file ends or goes on with another chunk, or
    /// its size was never filled in.
    private boolean anotherChunkFollows() throws IOException {
        long start = position;
        int got = fill(8);
        in.unread(bytes.array(), 0, got);
        if (got < 8 || isPlaceholder(riffSize)) {
            return false;
        }
        for (int i = 0; i < 4; i++) {
            int letter = bytes.get(i);
            if (letter != ' ' && !(letter > 0 && Character.isLetterOrDigit(letter))) {
                return false;
            }
        }
        return start + 8 + Integer.toUnsignedLong(bytes.getInt(4)) <= riffSize + 8;
    }

    /// The beginning of a chunk's body, as much as is of use.
    private ByteBuffer body(String id, long size) throws IOException {
        int wanted = (int) Math.min(size, bytes.capacity());
        if (fill(wanted) < wanted) {
            throw Mismatch.of(
                    name, "a " + id + " chunk of " + size + " bytes", "the end of the file in it");
        }
        return bytes;
    }

    /// Fills the buffer from 0 to its limit; with fewer bytes than asked for at the end of the
    /// file.
    private int fill(int count) throws IOException {
        int got = in.readNBytes(bytes.array(), 0, count);
        position += got;
        bytes.clear().limit(got);
        return got;
    }

    private void skip(long count) throws IOException {
        byte[] waste = new byte[8192];
        long left = count;
        while (left > 0) {
            int got = in.read(waste, 0, (int) Math.min(left, waste.length));
            if (got < 0) {
                return;
            }
            left -= got;
            position += got;
        }
    }

    private String id(int at) {
        return new String(bytes.array(), at, 4, StandardCharsets.ISO_8859_1);
    }
}
