package dev.sayso.app.recordings;

import dev.sayso.engine.audio.Pcm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The 44 bytes in front of a recording's samples.
final class WavHeaders {

    static final int BYTES = 44;

    /// What a header can tell: 37 hours.
    static final long MOST_DATA = 0xffff_ffffL - BYTES;

    private static final byte[] RIFF = "RIFF".getBytes(StandardCharsets.US_ASCII);

    private WavHeaders() {}

    /// A header.
    ///
    /// @param dataBytes of the samples behind it
    static ByteBuffer of(long dataBytes) {
        return ByteBuffer.allocate(BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(RIFF)
                .putInt((int) (BYTES - 8 + dataBytes))
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(Pcm.RATE)
                .putInt(2 * Pcm.RATE)
                .putShort((short) 2)
                .putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt((int) dataBytes)
                .flip();
    }

    /// Makes a recording's header say what the file holds.
    ///
    /// @return bytes of samples
    /// @throws IOException when this is no recording of ours
    static long repair(Path file) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long size = channel.size();
            if (size < BYTES) {
                return 0;
            }
            ByteBuffer start = ByteBuffer.allocate(BYTES);
            while (start.hasRemaining() && channel.read(start, start.position()) >= 0) {
                // until it is full
            }
            if (!startsAsOurs(start.array())) {
                throw new IOException(file + ": expected a recording, found something else");
            }
            long data = Math.min(MOST_DATA, (size - BYTES) / 2 * 2);
            ByteBuffer header = of(data);
            if (!header.equals(start.flip())) {
                channel.write(header, 0);
            }
            return data;
        }
    }

    private static boolean startsAsOurs(byte[] start) {
        byte[] ours = of(0).array();
        for (int i = 8; i < BYTES - 4; i++) {
            if (start[i] != ours[i]) {
                return false;
            }
        }
        return start[0] == RIFF[0] && start[1] == RIFF[1];
    }
}
