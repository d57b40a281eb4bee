package dev.sayso.engine.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavWriterTest {

    @TempDir Path folder;

    @Test
    void writesWhatEveryPlayerReads() throws IOException {
        Path file = folder.resolve("a.wav");

        WavFile.write(file, Pcm.of(new float[] {.5f, -.25f}));

        assertThat(Files.readAllBytes(file))
                .isEqualTo(WavBytes.ordinary(16000, (short) 16384, (short) -8192));
    }

    @Test
    void everySampleOfSixteenBitsComesBackAsItWas() throws IOException {
        float[] samples = new float[1 << 16];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (i - 32768) / 32768f;
        }
        Path file = folder.resolve("all.wav");

        WavFile.write(file, Pcm.of(samples));

        assertThat(Sounds.array(WavFile.read(file).pcm())).isEqualTo(samples);
    }

    @Test
    void clipsAndRounds() throws IOException {
        Path file = folder.resolve("loud.wav");
        float[] samples = {
            2, -2, 1, Float.POSITIVE_INFINITY, Float.NaN, 0.6f / 32768, 0.4f / 32768
        };

        WavFile.write(file, Pcm.of(samples));

        float top = 32767 / 32768f;
        assertThat(Sounds.array(WavFile.read(file).pcm()))
                .containsExactly(top, -1, top, top, 0, 1 / 32768f, 0);
    }

    @Test
    void writesSlicesAndMoreThanABlock() throws IOException {
        float[] ramp = new float[100_000];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = (i % 1000) / 1024f;
        }
        Path file = folder.resolve("slice.wav");
        Pcm slice = Pcm.of(ramp).slice(5, 90_005);

        WavFile.write(file, slice);

        assertThat(Sounds.array(WavFile.read(file).pcm())).isEqualTo(Sounds.array(slice));
    }

    @Test
    void replacesAFileAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("x".repeat(251) + ".wav");
        Files.write(file, new byte[99_999]);

        WavFile.write(file, Pcm.of(new float[3]));

        assertThat(Files.size(file)).isEqualTo(50);
        assertThat(list()).containsExactly(file);
    }

    @Test
    void namesTheFileWhenItsFolderIsMissing() {
        Path file = folder.resolve("nowhere/a.wav");

        assertThatThrownBy(() -> WavFile.write(file, Pcm.of(new float[1])))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": its folder does not exist");
    }

    @Test
    void doesNotReplaceAFolder() throws IOException {
        Path file = Files.createDirectory(folder.resolve("a.wav"));

        assertThatThrownBy(() -> WavFile.write(file, Pcm.of(new float[1])))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": expected a file to write, found a folder");
        assertThat(list()).containsExactly(file);
    }

    @Test
    void namesTheFileWhenItsFolderIsAFile() throws IOException {
        Path notAFolder = Files.write(folder.resolve("file"), new byte[1]);
        Path file = notAFolder.resolve("a.wav");

        assertThatThrownBy(() -> WavFile.write(file, Pcm.of(new float[1])))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + ": writing it failed: ");
        assertThat(list()).containsExactly(notAFolder);
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
