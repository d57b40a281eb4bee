package dev.sayso.app.models;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/// What a file's bytes must add up to.
///
/// A host knows large files by their SHA-256, and small ones by the name Git gives their content:
/// the SHA-1 of `blob`, a space, the length, a zero byte, and the bytes.
///
/// @param kind how it is computed
/// @param hex the sum, in lower-case hexadecimal
public record Checksum(Kind kind, String hex) {

    /// How it is computed.
    public enum Kind {
        /// SHA-256 of the bytes.
        SHA_256("SHA-256", 64),
        /// The name of a Git blob with these bytes.
        GIT_BLOB("SHA-1", 40);

        private final String algorithm;
        private final int digits;

        Kind(String algorithm, int digits) {
            this.algorithm = algorithm;
            this.digits = digits;
        }
    }

    /// @throws IllegalArgumentException when that is no sum of this kind
    public Checksum {
        hex = hex.toLowerCase(Locale.ROOT);
        if (!hex.matches("[0-9a-f]{" + kind.digits + "}")) {
            throw new IllegalArgumentException(
                    "expected " + kind.digits + " hexadecimal digits, found: " + hex);
        }
    }

    /// A digest for a file of this many bytes, which are still to be fed to it.
    public MessageDigest begin(long bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance(kind.algorithm);
            if (kind == Kind.GIT_BLOB) {
                digest.update(("blob " + bytes + "\0").getBytes(StandardCharsets.US_ASCII));
            }
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has " + kind.algorithm, e);
        }
    }

    /// Whether a digest that was fed all bytes comes to this sum.
    public boolean matches(byte[] digest) {
        return HexFormat.of().formatHex(digest).equals(hex);
    }
}
