package dev.sayso.engine.checkpoint;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Damages bytes at random, with a liking for what upsets parsers of JSON and of sizes.
final class Mutations {

    private static final List<String> TREATS =
            List.of(
                    "-1",
                    "0",
                    "1e999",
                    "9223372036854775807",
                    "9223372036854775808",
                    "2147483648",
                    "0.5",
                    "null",
                    "true",
                    "\"\"",
                    "{",
                    "}",
                    "[",
                    "]",
                    ",",
                    ":",
                    "\"",
                    "\\u0000",
                    "[[[[[[[[",
                    "{\"a\":{\"a\":",
                    "\"shape\":",
                    "\"dtype\":\"F32\"",
                    "\u00ff",
                    "  ");

    private final SplittableRandom random;

    Mutations(long seed) {
        random = new SplittableRandom(seed);
    }

    /// A copy with one to eight changes.
    byte[] of(byte[] original) {
        byte[] bytes = original.clone();
        for (int changes = random.nextInt(1, 9); changes > 0; changes--) {
            bytes = once(bytes);
        }
        return bytes;
    }

    private byte[] once(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        int length = Math.min(random.nextInt(1, 12), bytes.length - at);
        return switch (random.nextInt(7)) {
            case 0 -> splice(bytes, at, 0, new byte[] {(byte) random.nextInt()});
            case 1 -> splice(bytes, at, length, new byte[0]);
            case 2 -> splice(bytes, at, Math.min(1, length), new byte[] {(byte) random.nextInt()});
            case 3 -> splice(bytes, at, 0, treat());
            case 4 -> splice(bytes, at, length, treat());
            case 5 -> splice(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
            default -> random.nextInt(8) == 0 ? Arrays.copyOf(bytes, at) : flipped(bytes, at);
        };
    }

    private byte[] treat() {
        String treat = TREATS.get(random.nextInt(TREATS.size()));
        return treat.getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] flipped(byte[] bytes, int at) {
        byte[] flipped = bytes.clone();
        if (at < flipped.length) {
            flipped[at] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private static byte[] splice(byte[] bytes, int at, int removed, byte[] inserted) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(inserted);
        out.write(bytes, at + removed, bytes.length - at - removed);
        return out.toByteArray();
    }
}
