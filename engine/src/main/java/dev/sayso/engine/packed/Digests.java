package dev.sayso.engine.packed;

import java.lang.foreign.MemorySegment;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.CRC32C;

/// Sums over bytes: SHA-256 for names, CRC-32C (which processors compute themselves, about as fast
/// as memory can be read) against damage.
final class Digests {

    /// What a `ByteBuffer` can hold, rounded down.
    private static final long PIECE = 1 << 30;

    private Digests() {}

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    static int crc32c(MemorySegment bytes) {
        CRC32C sum = new CRC32C();
        for (long at = 0; at < bytes.byteSize(); at += PIECE) {
            long count = Math.min(PIECE, bytes.byteSize() - at);
            sum.update(bytes.asSlice(at, count).asByteBuffer());
        }
        return (int) sum.getValue();
    }
}
