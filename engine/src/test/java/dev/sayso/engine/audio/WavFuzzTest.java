package dev.sayso.engine.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The fuzz target over its seeds and some thousand mutations of them, the same ones every time.
class WavFuzzTest {

    private static final List<String> SEEDS =
            List.of(
                    "pcm8-stereo.wav",
                    "pcm16.wav",
                    "pcm16-list.wav",
                    "pcm16-unknown-length.wav",
                    "pcm24-extensible.wav",
                    "pcm32-rf64.wav",
                    "float32-48k.wav",
                    "float64-cut.wav");

    /// Values that headers lie with.
    private static final int[] LIES = {
        0, 1, -1, 0x7fffffff, 0x80000000, 0x7ffff000, 0xffff, 40, 16
    };

    @Test
    void everySeedIsARecording() throws IOException {
        for (String name : SEEDS) {
            byte[] seed = seed(name);
            assertThat(Sounds.read(seed).pcm().length()).as(name).isPositive();
            WavFuzz.fuzz(seed);
        }
    }

    @Test
    @Timeout(60)
    void mutatedFilesGiveSaneRecordingsOrClearErrors() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (String name : SEEDS) {
            seeds.add(seed(name));
        }
        for (int i = 0; i < 3000; i++) {
            long seed = i;
            byte[] file = mutate(seeds.get(i % seeds.size()).clone(), new Random(seed));
            assertThatCode(() -> WavFuzz.fuzz(file)).as("seed %d", seed).doesNotThrowAnyException();
        }
    }

    @Test
    void claimsOfGigabytesTakeNoMemory() throws IOException {
        // 400 files that each claim 2 GiB and more: allocating by the claim could not be that fast
        long start = System.nanoTime();
        for (int i = 0; i < 200; i++) {
            long claim = 0x7f000000L + i;
            byte[] riff =
                    WavBytes.riff()
                            .chunk("JUNK", new byte[i % 9])
                            .fmt(1, 1, 16000, 16)
                            .chunk("data", claim, new byte[6])
                            .bytes();
            byte[] wide =
                    WavBytes.file("RF64")
                            .ds64(claim << 31)
                            .fmt(1, 1, 16000, 16)
                            .chunk("data", 0xffffffffL, new byte[6])
                            .bytes();
            assertThat(Sounds.read(riff).pcm().length()).isEqualTo(3);
            assertThat(Sounds.read(wide).pcm().length()).isEqualTo(3);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    private static byte[] mutate(byte[] file, Random random) {
        int changes = 1 + random.nextInt(4);
        for (int c = 0; c < changes; c++) {
            // most of what can go wrong is in the header
            int at = random.nextInt(random.nextBoolean() ? Math.min(80, file.length) : file.length);
            switch (random.nextInt(4)) {
                case 0 -> file[at] = (byte) random.nextInt();
                case 1 -> file[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> {
                    int lie = LIES[random.nextInt(LIES.length)];
                    for (int i = 0; i < 4 && at + i < file.length; i++) {
                        file[at + i] = (byte) (lie >> (8 * i));
                    }
                }
                default -> {
                    int other = random.nextInt(file.length);
                    int length = Math.min(random.nextInt(16), file.length - Math.max(at, other));
                    System.arraycopy(file, other, file, at, length);
                }
            }
        }
        return random.nextInt(3) == 0 ? Arrays.copyOf(file, random.nextInt(file.length)) : file;
    }

    private static byte[] seed(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        WavFuzzTest.class.getResourceAsStream("/fuzz/wav/" + name), name)) {
            return in.readAllBytes();
        }
    }
}
