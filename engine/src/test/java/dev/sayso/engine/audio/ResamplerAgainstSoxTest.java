package dev.sayso.engine.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two resamplers that share nothing must agree about speech-like sound: ours and sox's best.
///
/// [ResamplerTest] holds the requirements and needs no sox; this is a second opinion.
@Tag("sox")
class ResamplerAgainstSoxTest {

    @ParameterizedTest
    @ValueSource(ints = {8000, 11025, 22050, 24000, 32000, 44100, 48000, 96000, 192000})
    void agreesWithSoxTo80Decibels(int rate, @TempDir Path folder) throws Exception {
        assumeTrue(runs("sox", "--version"), "sox is not installed");
        Path source = Files.write(folder.resolve("source.wav"), tones(rate));
        Path target = folder.resolve("target.wav");
        boolean done =
                runs(
                        "sox",
                        source.toString(),
                        "-e",
                        "float",
                        "-b",
                        "32",
                        target.toString(),
                        "rate",
                        "-v",
                        "16000");
        assertThat(done).isTrue();

        float[] ours = Sounds.array(WavFile.read(source).pcm());
        float[] theirs = Sounds.array(WavFile.read(target).pcm());

        int compared = Math.min(ours.length, theirs.length) - 1000;
        assertThat(compared).isGreaterThan(10_000);
        float[] difference = new float[compared];
        for (int i = 0; i < compared; i++) {
            difference[i] = ours[500 + i] - theirs[500 + i];
        }
        double level = Sounds.rms(theirs, 500, compared);
        double decibels = 20 * Math.log10(Sounds.rms(difference, 0, compared) / level);
        assertThat(decibels).isLessThan(-80);
    }

    /// A second of 60 tones of random phase up to 0.875 of the lower Nyquist frequency: 7 kHz.
    private static byte[] tones(int rate) {
        Random random = new Random(rate);
        double[] samples = new double[rate];
        for (int t = 0; t < 60; t++) {
            double frequency = 50 + random.nextDouble() * (0.4375 * Math.min(16000, rate) - 50);
            double phase = random.nextDouble() * 2 * Math.PI;
            for (int i = 0; i < rate; i++) {
                samples[i] += Math.sin(2 * Math.PI * frequency * i / rate + phase) / 100;
            }
        }
        return WavBytes.riff()
                .fmt(3, 1, rate, 32)
                .data(WavBytes.encode(SampleKind.F32, samples))
                .bytes();
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
