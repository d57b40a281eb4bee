package dev.sayso.app.cli;

import dev.sayso.engine.audio.Recording;
import dev.sayso.engine.audio.SoundInput;
import dev.sayso.engine.audio.WavFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/// Turns what the user named into sound.
final class Recordings {

    private static final Set<String> OTHER_KINDS =
            Set.of(
                    "aac", "aif", "aiff", "avi", "flac", "m4a", "m4b", "mkv", "mov", "mp3", "mp4",
                    "mpeg", "mpg", "oga", "ogg", "opus", "webm", "wma");

    private final InputStream stdin;

    Recordings(InputStream stdin) {
        this.stdin = stdin;
    }

    /// Reads all of it.
    Recording read(Input input) throws IOException {
        return switch (input) {
            case Input.FromFile(Path path) -> file(path);
            case Input.FromStdin() -> SoundInput.read(new InterruptibleInput(stdin), input.name());
        };
    }

    private static Recording file(Path path) throws IOException {
        try {
            return WavFile.read(path);
        } catch (IOException e) {
            String name = path.toString().toLowerCase(Locale.ROOT);
            if (OTHER_KINDS.contains(name.substring(name.lastIndexOf('.') + 1))) {
                throw new IOException(e.getMessage() + " (Sayso reads WAV files for now)", e);
            }
            throw e;
        }
    }
}
