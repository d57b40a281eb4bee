package dev.sayso.engine.audio;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Fuzz target for the WAV reader: any bytes give a sane recording or one clear [IOException].
///
/// Needs no fuzzer on the class path; a coverage-guided one calls [#fuzzerTestOneInput] with the
/// seeds in `src/test/resources/fuzz/wav`.
public final class WavFuzz {

    /// A file that claims 1 Hz becomes 16 000 times longer; more bytes would only cost time.
    private static final int LONGEST = 2048;

    private WavFuzz() {}

    /// What Jazzer looks for.
    public static void fuzzerTestOneInput(byte[] input) {
        fuzz(input);
    }

    /// @throws AssertionError when the reader has a fault
    static void fuzz(byte[] input) {
        byte[] file = Arrays.copyOf(input, Math.min(input.length, LONGEST));
        String atOnce = outcome(file, file.length + 1, SoundInput::read);
        String slowly =
                outcome(file, 1 + file.length % 7, isWav(file) ? WavFile::read : SoundInput::read);
        if (!atOnce.equals(slowly)) {
            throw new AssertionError("at once: " + atOnce + "; in small reads: " + slowly);
        }
    }

    /// The error, or what the recording is like.
    private static String outcome(byte[] file, int readSize, Reader reader) {
        Recording recording;
        try {
            recording = reader.read(Sounds.dribble(file, readSize), "fuzz.wav");
        } catch (IOException e) {
            String message = String.valueOf(e.getMessage());
            require(message.startsWith("fuzz.wav: expected "), message);
            require(message.lines().count() == 1, message);
            return message;
        }
        float[] samples = Sounds.array(recording.pcm());
        require(samples.length > 0, "a recording without samples");
        for (float sample : samples) {
            require(Float.isFinite(sample), "a sample that is " + sample);
        }
        require(recording.sampleRate() > 0 && recording.channels() > 0, "no rate or channels");
        require(recording.warnings().size() <= 2, "warnings: " + recording.warnings());
        return recording.warnings() + " " + samples.length + " " + Arrays.hashCode(samples);
    }

    private interface Reader {
        Recording read(InputStream in, String name) throws IOException;
    }

    private static boolean isWav(byte[] file) {
        return file.length >= 4 && WavChunks.announcedBy(file);
    }

    private static void require(boolean sane, String otherwise) {
        if (!sane) {
            throw new AssertionError(otherwise);
        }
    }
}
