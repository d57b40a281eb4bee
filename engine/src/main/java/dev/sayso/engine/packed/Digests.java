package dev.sayso.engine.packed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.CRC32C;

/// Sums over bytes: SHA-256 for names, CRC-32C (which processors compute themselves, about as fast
/// as memory can be read) against damage.
final class Digests {

    private Digests() {}

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /// The sum of a part of a file, or of as much of it as there is.
    ///
    /// @param piece room for what is read at a time
    static int crc32c(FileChannel file, long from, long length, ByteBuffer piece)
            throws IOException {
        CRC32C sum = new CRC32C();
        for (long at = from; at < from + length; at += piece.capacity()) {
            piece.clear().limit((int) Math.min(piece.capacity(), from + length - at));
            Channels.fill(file, piece, at);
            sum.update(piece.flip());
        }
        return (int) sum.getValue();
    }
}
