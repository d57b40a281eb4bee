package dev.sayso.engine.checkpoint;

import java.util.Arrays;

/// The characters that stand for bytes in `vocab.json` and `merges.txt`.
///
/// GPT-2's table: a byte that is a visible Latin-1 character stands for itself; the other 68 are,
/// in order, the characters from U+0100 on (so a space is `Ġ`).
final class ByteAlphabet {

    private static final int CHARACTERS = 256 + 68;

    private final short[] byteOf = new short[CHARACTERS];

    ByteAlphabet() {
        Arrays.fill(byteOf, (short) -1);
        int next = 256;
        for (int value = 0; value < 256; value++) {
            boolean visible =
                    (value >= '!' && value <= '~')
                            || (value >= 0xA1 && value <= 0xAC)
                            || value >= 0xAE;
            byteOf[visible ? value : next++] = (short) value;
        }
    }

    /// Writes the bytes that some characters stand for.
    ///
    /// @return where the bytes end; -1 when a character stands for none
    int decode(String text, int from, int to, byte[] into, int offset) {
        int end = offset;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            int value = c < CHARACTERS ? byteOf[c] : -1;
            if (value < 0) {
                return -1;
            }
            into[end++] = (byte) value;
        }
        return end;
    }
}
