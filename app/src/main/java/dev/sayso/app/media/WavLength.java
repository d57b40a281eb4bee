package dev.sayso.app.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How long a WAV file is, from its headers and its size. Only progress bars depend on it.
final class WavLength {

    private static final int MOST_CHUNKS = 64;

    private WavLength() {}

    /// @return null when the headers make no sense
    static @Nullable Duration of(Path file) throws IOException {
        try (SeekableByteChannel in = Files.newByteChannel(file)) {
            int rate = 0;
            int frame = 0;
            long at = 12;
            for (int i = 0; i < MOST_CHUNKS; i++) {
                ByteBuffer chunk = bytes(in, at, 24);
                if (chunk == null) {
                    return null;
                }
                String name = StandardCharsets.ISO_8859_1.decode(chunk.slice(0, 4)).toString();
                long size = Integer.toUnsignedLong(chunk.getInt(4));
                if (name.equals("fmt ")) {
                    rate = chunk.getInt(12);
                    frame = Short.toUnsignedInt(chunk.getShort(20));
                } else if (name.equals("data")) {
                    // a writer that was killed has left a wrong size
                    long found = Math.min(size == 0 ? Long.MAX_VALUE : size, in.size() - at - 8);
                    return rate <= 0 || frame == 0
                            ? null
                            : Duration.ofMillis(found / frame * 1000 / rate);
                }
                at += 8 + size + size % 2;
            }
            return null;
        }
    }

    private static @Nullable ByteBuffer bytes(SeekableByteChannel in, long at, int count)
            throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        in.position(at);
        while (bytes.hasRemaining()) {
            if (in.read(bytes) < 0) {
                // the last chunk may be short
                return bytes.position() < 8 ? null : bytes;
            }
        }
        return bytes;
    }
}
