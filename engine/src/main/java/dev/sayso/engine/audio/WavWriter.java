package dev.sayso.engine.audio;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// Writes 16-bit mono WAV files, whole or not at all.
final class WavWriter {

    private static final int HEADER = 44;
    private static final int BLOCK = 32 * 1024;

    /// Samples whose bytes, with the header's, a RIFF size can still tell.
    private static final long MOST = (0xffff_ffffL - HEADER) / 2;

    private WavWriter() {}

    static void write(Path file, Pcm pcm) throws IOException {
        if (pcm.length() > MOST) {
            throw Mismatch.of(file.toString(), "at most 4 GiB of sound to write", "more");
        }
        if (Files.isDirectory(file)) {
            throw Mismatch.of(file.toString(), "a file to write", "a folder");
        }
        // its own short name: the file's could already be as long as a name may be
        Path part = file.resolveSibling(".sayso-" + UUID.randomUUID() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
                out.write(header(pcm.length()));
                writeSamples(out, pcm);
            }
            move(part, file);
        } catch (IOException e) {
            discard(part, e);
            String cause =
                    e instanceof NoSuchFileException
                            ? "its folder does not exist"
                            : "writing it failed: " + e.getMessage();
            throw new IOException(file + ": " + cause, e);
        }
    }

    private static void discard(Path part, IOException reason) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private static byte[] header(int samples) {
        return ByteBuffer.allocate(HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(HEADER - 8 + 2 * samples)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(Pcm.RATE)
                .putInt(2 * Pcm.RATE)
                .putShort((short) 2)
                .putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(2 * samples)
                .array();
    }

    private static void writeSamples(OutputStream out, Pcm pcm) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(2 * BLOCK).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < pcm.length(); at += BLOCK) {
            int end = Math.min(pcm.length(), at + BLOCK);
            block.clear();
            for (int i = at; i < end; i++) {
                block.putShort(toShort(pcm.at(i)));
            }
            out.write(block.array(), 0, block.position());
        }
    }

    /// The nearest 16-bit value, so that what was read from 16 bits is written as it was.
    private static short toShort(float sample) {
        return (short) Math.clamp(Math.round(sample * 32768.0), Short.MIN_VALUE, Short.MAX_VALUE);
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
