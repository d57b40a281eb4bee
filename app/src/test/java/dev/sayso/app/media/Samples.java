package dev.sayso.app.media;

import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.audio.WavFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/// The media files of this package's resources, and the sound they were made from.
final class Samples {

    /// One place for all tests: unpacking takes a second.
    static final Path LIBRARIES = Path.of("target", "decoder");

    private static final Path SOURCE =
            Path.of("../engine/starter-model/samples/01-unseen-female-voice.wav");

    private Samples() {}

    static Path file(String name) {
        return Path.of(Objects.requireNonNull(Samples.class.getResource(name), name).getPath());
    }

    /// Two seconds, what all the files hold.
    static Pcm original() throws IOException {
        return WavFile.read(SOURCE).pcm().slice(0, 2 * Pcm.RATE);
    }

    /// How alike two sounds are, at the best shift up to 0.1 s: codecs delay.
    static double likeness(Pcm a, Pcm b) {
        double best = -1;
        for (int shift = -1600; shift <= 1600; shift++) {
            best = Math.max(best, correlation(a, b, shift));
        }
        return best;
    }

    private static double correlation(Pcm a, Pcm b, int shift) {
        double ab = 0;
        double aa = 1e-9;
        double bb = 1e-9;
        int from = Math.max(0, -shift);
        int to = Math.min(a.length(), b.length() - shift);
        for (int i = from; i < to; i += 2) {
            double x = a.at(i);
            double y = b.at(i + shift);
            ab += x * y;
            aa += x * x;
            bb += y * y;
        }
        return ab / Math.sqrt(aa * bb);
    }
}
