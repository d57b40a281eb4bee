package dev.sayso.app.cli;

import dev.sayso.app.microphone.Microphone;
import dev.sayso.app.microphone.Microphones;
import dev.sayso.engine.StreamOptions;
import dev.sayso.engine.audio.Recording;
import dev.sayso.engine.audio.SoundInput;
import dev.sayso.engine.audio.SoundStream;
import dev.sayso.engine.audio.WavFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /// What is to be heard of an input.
    ///
    /// @param stream how it is listened to; null: as a whole
    Hearing open(Input input, @Nullable StreamOptions stream) throws IOException {
        if (stream != null) {
            return stream(input, stream);
        }
        Recording recording = read(input);
        return new Hearing.Whole(recording.pcm(), recording.warnings());
    }

    /// Reads all of it.
    Recording read(Input input) throws IOException {
        return switch (input) {
            case Input.FromFile(Path path) -> file(path);
            case Input.FromStdin() -> SoundInput.read(new InterruptibleInput(stdin), input.name());
            case Input.FromMicrophone _ ->
                    throw new IllegalArgumentException("a microphone has no end");
        };
    }

    private static Recording file(Path path) throws IOException {
        try {
            return WavFile.read(path);
        } catch (IOException e) {
            throw withHint(path, e);
        }
    }

    private Hearing stream(Input input, StreamOptions options) throws IOException {
        return switch (input) {
            case Input.FromFile(Path path) -> stream(path, options);
            case Input.FromStdin() -> {
                SoundStream sound = SoundInput.stream(new InterruptibleInput(stdin), input.name());
                yield new Hearing.Stream(input.name(), sound, options, sound::warnings, () -> {});
            }
            case Input.FromMicrophone(String device) -> {
                Microphone microphone = Microphones.open(device);
                StopKey.listenFor(stdin, microphone::close);
                yield new Hearing.Stream(input.name(), microphone, options, List::of, microphone);
            }
        };
    }

    private static Hearing stream(Path path, StreamOptions options) throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException(path + ": expected a WAV file, found a folder");
        }
        InputStream in = new BufferedInputStream(Files.newInputStream(path));
        try {
            SoundStream sound = WavFile.stream(in, path.toString());
            return new Hearing.Stream(path.toString(), sound, options, sound::warnings, in);
        } catch (IOException e) {
            in.close();
            throw withHint(path, e);
        }
    }

    private static IOException withHint(Path path, IOException e) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        if (OTHER_KINDS.contains(name.substring(name.lastIndexOf('.') + 1))) {
            return new IOException(e.getMessage() + " (Sayso reads WAV files for now)", e);
        }
        return e;
    }
}
