package dev.sayso.app.media;

import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.audio.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

/// Takes all of a sound into one array, which is made in the announced length, so that a long
/// recording is in memory once.
final class SoundCollector {

    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    /// No codec for speech needs less; what a file announces beyond that is not believed.
    private static final int LEAST_BYTES_A_SECOND = 80;

    private SoundCollector() {}

    static Recording all(MediaSound sound, Path file, Consumer<? super MediaProgress> progress)
            throws IOException, InterruptedException {
        int most = (int) Math.min(LONGEST_ARRAY, Runtime.getRuntime().maxMemory() / 6);
        float[] samples = new float[(int) Math.min(most, expected(sound, file))];
        int length = 0;
        int told = 0;
        while (true) {
            if (length == samples.length) {
                if (length == most) {
                    throw new MediaException(
                            MediaException.Kind.TOO_LONG,
                            String.format(
                                    Locale.ROOT,
                                    "%s: expected at most %.1f hours of sound, which is what fits"
                                            + " the memory, found more",
                                    file,
                                    most / (3600.0 * Pcm.RATE)));
                }
                samples = Arrays.copyOf(samples, (int) Math.min(most, length * 3L / 2 + Pcm.RATE));
            }
            int got = sound.read(samples, length, Math.min(Pcm.RATE, samples.length - length));
            if (got < 0) {
                break;
            }
            length += got;
            if (length - told >= Pcm.RATE) {
                told = length;
                Duration decoded = Pcm.of(samples).slice(0, length).duration();
                progress.accept(new MediaProgress(decoded, sound.announced()));
            }
        }
        if (length == 0) {
            throw new MediaException(
                    MediaException.Kind.NO_SOUND, file + ": expected sound, found none");
        }
        return new Recording(Pcm.of(samples).slice(0, length), Pcm.RATE, 1, sound.warnings());
    }

    private static long expected(MediaSound sound, Path file) throws IOException {
        Duration announced = sound.announced();
        long believed = Files.size(file) / LEAST_BYTES_A_SECOND + 1;
        long seconds = announced == null ? 60 : Math.min(announced.toSeconds() + 1, believed);
        return seconds * Pcm.RATE;
    }
}
