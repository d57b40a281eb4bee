package dev.sayso.engine.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.StarterModel;
import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.checkpoint.Checkpoint;
import dev.sayso.engine.features.LogMel;
import dev.sayso.engine.features.WindowedSpectrogram;
import dev.sayso.engine.kernel.Kernels;
import dev.sayso.engine.kernel.VectorKernels;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowingEncoderTest {

    private static final GrowingEncoder.Keep ALL = new GrowingEncoder.Keep(true, true);
    private static final GrowingEncoder.Keep NOTHING = new GrowingEncoder.Keep(false, false);

    @SuppressWarnings("NullAway.Init")
    private static Kernels kernels;

    @SuppressWarnings("NullAway.Init")
    private static Checkpoint checkpoint;

    @SuppressWarnings("NullAway.Init")
    private static LogMel logMel;

    @BeforeAll
    static void open() throws Exception {
        kernels = new VectorKernels(2);
        checkpoint = Checkpoint.open(StarterModel.FOLDER);
        logMel = new LogMel(128, kernels, checkpoint);
    }

    @AfterAll
    static void close() {
        kernels.close();
        checkpoint.close();
    }

    @Test
    void aSoundOfOneWindowIsEncodedAsOffline() throws Exception {
        AudioEncoder encoder = AudioEncoder.of(checkpoint, kernels, 0);
        for (int samples : new int[] {160, 8_000, 15_900, 16_000, 16_160, 40_000, 127_000}) {
            Pcm sound = sound(samples);
            Growing growing = growing(encoder, 0, ALL);
            assertThat(growing.encode(sound))
                    .isEqualTo(encoder.encode(logMel.extract(sound)).rows().data());
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 3", "3, 5"})
    void whatIsKeptChangesNothing(int windowSeconds, long seed) throws Exception {
        Random random = new Random(seed);
        AudioEncoder encoder = AudioEncoder.of(checkpoint, kernels, windowSeconds);
        Growing kept = growing(encoder, windowSeconds, ALL);
        Growing windows = growing(encoder, windowSeconds, new GrowingEncoder.Keep(true, false));
        Growing chunks = growing(encoder, windowSeconds, new GrowingEncoder.Keep(false, true));
        int length = 2_000;
        while (length < 14 * Pcm.RATE) {
            Pcm sound = sound(length);
            float[] afresh = growing(encoder, windowSeconds, NOTHING).encode(sound);
            for (Growing other : new Growing[] {kept, windows, chunks}) {
                assertThat(other.encode(sound))
                        .as("seed %d, %d samples", seed, length)
                        .isEqualTo(afresh);
            }
            boolean shorter = random.nextInt(6) == 0;
            length += shorter ? -Math.min(length - 2_000, 30_000) : random.nextInt(50_000);
        }
        assertThat(kept.encoder().windowsEncoded()).isLessThan(chunks.encoder().windowsEncoded());
        assertThat(kept.encoder().chunksConvolved())
                .isLessThanOrEqualTo(windows.encoder().chunksConvolved());
    }

    @Test
    void aFinishedWindowIsEncodedOnceAndAWholeChunkConvolvedOnce() throws Exception {
        AudioEncoder encoder = AudioEncoder.of(checkpoint, kernels, 0);
        Growing growing = growing(encoder, 0, ALL);
        // as loud from its beginning as anywhere, so the floor of the spectrogram stays
        float[] samples = new float[24 * Pcm.RATE];
        Random random = new Random(3);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) random.nextGaussian() * 0.1f;
        }
        Pcm noise = Pcm.of(samples);
        for (int seconds = 2; seconds <= 24; seconds += 2) {
            growing.encode(noise.slice(0, seconds * Pcm.RATE));
        }
        assertThat(growing.encoder().windowsEncoded()).isEqualTo(12);
        assertThat(growing.encoder().tokensEncoded()).isEqualTo(3 * (26 + 52 + 78 + 104));
        // the last frame of a round mirrors the end, so the last chunk is convolved once more
        assertThat(growing.encoder().chunksConvolved()).isBetween(24, 24 + 12);
    }

    @Test
    void theSameSoundAgainIsNotEncodedAgain() throws Exception {
        AudioEncoder encoder = AudioEncoder.of(checkpoint, kernels, 1);
        for (int samples : new int[] {2_000, 16_000, 40_000}) {
            Growing growing = growing(encoder, 1, ALL);
            float[] first = growing.encode(sound(samples));
            int tokens = growing.encoder().tokensEncoded();
            assertThat(growing.encode(sound(samples))).isEqualTo(first);
            assertThat(growing.encoder().tokensEncoded()).isEqualTo(tokens);
        }
    }

    @Test
    void anotherSoundBeginsAfresh() throws Exception {
        AudioEncoder encoder = AudioEncoder.of(checkpoint, kernels, 1);
        Growing growing = growing(encoder, 1, ALL);
        growing.encode(sound(50_000));
        growing.encoder().restart();
        Pcm another = StarterModel.sample("04-known-female-voice").slice(0, 50_000);
        assertThat(growing.encode(another)).isEqualTo(growing(encoder, 1, NOTHING).encode(another));
    }

    private static Pcm sound(int samples) throws Exception {
        return StarterModel.sample("08-long-with-pauses").slice(0, samples);
    }

    /// An encoder and what it hears.
    private record Growing(GrowingEncoder encoder, WindowedSpectrogram spectrogram) {

        float[] encode(Pcm sound) throws InterruptedException {
            spectrogram.take(sound);
            return encoder.encode().rows().data();
        }
    }

    private static Growing growing(
            AudioEncoder encoder, int windowSeconds, GrowingEncoder.Keep keep) {
        int frames = windowSeconds == 0 ? 800 : windowSeconds * 100;
        WindowedSpectrogram spectrogram = new WindowedSpectrogram(logMel, frames, keep.windows());
        return new Growing(new GrowingEncoder(encoder, spectrogram, keep), spectrogram);
    }
}
