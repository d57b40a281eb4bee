package dev.sayso.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;

/// Standard output as text, written through at once. Unlike a `PrintStream`, it tells when writing
/// fails.
final class TextOut {

    private final OutputStream out;
    private final Charset charset;

    TextOut(OutputStream out, Charset charset) {
        this.out = out;
        this.charset = charset;
    }

    /// @throws OutputFailedException when it cannot be written
    void print(String text) {
        try {
            out.write(text.getBytes(charset));
            out.flush();
        } catch (IOException e) {
            throw new OutputFailedException(e);
        }
    }
}
