package dev.sayso.app.cli;

import dev.sayso.app.media.MediaDecoder;
import dev.sayso.app.media.MediaSound;
import dev.sayso.app.microphone.Microphone;
import dev.sayso.app.microphone.Microphones;
import dev.sayso.engine.StreamOptions;
import dev.sayso.engine.audio.Recording;
import dev.sayso.engine.audio.SoundInput;
import dev.sayso.engine.audio.SoundStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns what the user named into sound.
final class Recordings {

    private final InputStream stdin;
    private final MediaDecoder media;

    Recordings(InputStream stdin, MediaDecoder media) {
        this.stdin = stdin;
        this.media = media;
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
    ///
    /// @throws InterruptedIOException when the thread is interrupted, which it is still afterwards
    Recording read(Input input) throws IOException {
        return switch (input) {
            case Input.FromFile(Path path) -> file(path);
            case Input.FromStdin() -> SoundInput.read(new InterruptibleInput(stdin), input.name());
            case Input.FromMicrophone _ ->
                    throw new IllegalArgumentException("a microphone has no end");
        };
    }

    private Recording file(Path path) throws IOException {
        try {
            return media.read(path, _ -> {});
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(path + ": interrupted");
        }
    }

    private Hearing stream(Input input, StreamOptions options) throws IOException {
        return switch (input) {
            case Input.FromFile(Path path) -> {
                MediaSound sound = media.open(path);
                yield new Hearing.Stream(input.name(), sound, options, sound::warnings, sound);
            }
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
}
