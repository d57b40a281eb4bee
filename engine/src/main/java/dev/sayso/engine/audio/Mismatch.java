package dev.sayso.engine.audio;

import java.io.IOException;

/// Words for what is wrong with a file: its name, what was expected, what was found.
final class Mismatch {

    private Mismatch() {}

    static IOException of(String name, String expected, String found) {
        return new IOException(name + ": expected " + expected + ", found " + found);
    }

    /// Bytes as a person can make something of them: quoted if they are plain text, else in hex.
    static String readable(byte[] bytes, int from, int to) {
        var text = new StringBuilder("\"");
        var hex = new StringBuilder("bytes");
        for (int i = from; i < to; i++) {
            boolean plain = bytes[i] >= ' ' && bytes[i] < 127;
            text.append(plain ? (char) bytes[i] : '\0');
            hex.append(' ')
                    .append(Character.forDigit(bytes[i] >> 4 & 15, 16))
                    .append(Character.forDigit(bytes[i] & 15, 16));
        }
        return text.indexOf("\0") < 0 ? text.append('"').toString() : hex.toString();
    }
}
