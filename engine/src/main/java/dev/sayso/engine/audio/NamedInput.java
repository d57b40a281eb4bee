package dev.sayso.engine.audio;

import java.io.IOException;
import java.io.InputStream;

/// Bytes whose failures say where they came from.
final class NamedInput extends InputStream {

    private final InputStream in;
    private final String name;

    NamedInput(InputStream in, String name) {
        this.in = in;
        this.name = name;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            return in.read(into, offset, length);
        } catch (IOException e) {
            throw new IOException(name + ": reading failed: " + e.getMessage(), e);
        }
    }
}
