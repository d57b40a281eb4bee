package dev.sayso.app.media;

import dev.sayso.engine.audio.SoundStream;
import dev.sayso.engine.audio.WavFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A WAV file, read by the engine.
final class WavSound implements MediaSound {

    private final InputStream in;
    private final SoundStream sound;
    private final @Nullable Duration announced;

    private WavSound(InputStream in, SoundStream sound, @Nullable Duration announced) {
        this.in = in;
        this.sound = sound;
        this.announced = announced;
    }

    static WavSound open(Path file) throws IOException {
        Duration announced = Files.isRegularFile(file) ? WavLength.of(file) : null;
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        try {
            return new WavSound(in, WavFile.stream(in, file.toString()), announced);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    @Override
    public @Nullable Duration announced() {
        return announced;
    }

    @Override
    public List<String> warnings() {
        return sound.warnings();
    }

    @Override
    public int read(float[] into, int offset, int length) throws IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return sound.read(into, offset, length);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
