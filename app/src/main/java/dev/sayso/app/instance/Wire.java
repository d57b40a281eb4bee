package dev.sayso.app.instance;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Lines of UTF-8 over a channel, of limited length.
final class Wire {

    /// Ten thousand files of usual depth.
    static final int LONGEST_REQUEST = 4 << 20;

    static final int LONGEST_ANSWER = 64 << 10;

    private Wire() {}

    /// @throws IOException when there is more than `most` bytes before the end of the line, or the
    ///     end comes before it
    static String readLine(ReadableByteChannel channel, int most) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        ByteBuffer piece = ByteBuffer.allocate(8192);
        while (channel.read(piece) >= 0) {
            byte[] bytes = piece.array();
            for (int i = 0; i < piece.position(); i++) {
                if (bytes[i] == '\n') {
                    line.write(bytes, 0, i);
                    return decoded(line.toByteArray());
                }
            }
            line.write(bytes, 0, piece.position());
            if (line.size() > most) {
                throw new IOException("expected a line of at most %d bytes".formatted(most));
            }
            piece.clear();
        }
        throw new EOFException(
                "expected a line, found the end after %d bytes".formatted(line.size()));
    }

    private static String decoded(byte[] line) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
    }

    static void writeLine(WritableByteChannel channel, String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
