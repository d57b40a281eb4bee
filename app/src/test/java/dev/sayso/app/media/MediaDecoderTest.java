package dev.sayso.app.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sayso.app.media.MediaException.Kind;
import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.audio.Recording;
import dev.sayso.engine.audio.WavFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Real files of many kinds, and what strangers might send. The files were made by `make.sh` beside
/// them.
class MediaDecoderTest {

    private final MediaDecoder decoder = new MediaDecoder(Samples.LIBRARIES);

    @TempDir Path folder;

    // the last number is how loud it is: of six channels that could all be loud, only one is
    @ParameterizedTest
    @CsvSource({
        "speech.mp3, 0.97, 0.85",
        "stereo.mp3, 0.97, 0.65",
        "speech.flac, 0.9999, 0.85",
        "speech.ogg, 0.95, 0.85",
        "speech.opus, 0.90, 0.85",
        "speech.m4a, 0.95, 0.85",
        "speech.aac, 0.95, 0.85",
        "alac.m4a, 0.9999, 0.85",
        "surround.m4a, 0.90, 0.27",
        "speech.aiff, 0.9999, 0.85",
        "speech.caf, 0.99, 0.85",
        "speech.wma, 0.90, 0.85",
        "speech.ac3, 0.95, 0.85",
        "mulaw.wav, 0.99, 0.85",
        "speech.mp4, 0.95, 0.85",
        "speech.mov, 0.9999, 0.85",
        "speech.avi, 0.97, 0.85",
        "speech.mkv, 0.90, 0.85",
        "speech.webm, 0.90, 0.85"
    })
    void everyKindSoundsLikeTheOriginal(String name, double likeness, double gain)
            throws Exception {
        Recording read = decoder.read(Samples.file(name), _ -> {});

        assertThat(read.warnings()).isEmpty();
        assertThat(read.pcm().seconds()).isCloseTo(2, within(0.12));
        assertThat(Samples.likeness(Samples.original(), read.pcm())).isGreaterThan(likeness);
        assertThat(loudness(read.pcm()) / loudness(Samples.original())).isBetween(gain, 1.1);
    }

    private static double loudness(Pcm pcm) {
        double sum = 0;
        for (int i = 0; i < pcm.length(); i++) {
            sum += pcm.at(i) * pcm.at(i);
        }
        return Math.sqrt(sum / pcm.length());
    }

    @Test
    void aWavFileIsReadByTheEngineSampleForSample() throws Exception {
        Path file = folder.resolve("talk.WAV");
        WavFile.write(file, Samples.original());
        List<MediaProgress> told = new ArrayList<>();
        Pcm read = decoder.read(file, told::add).pcm();

        Pcm wanted = WavFile.read(file).pcm();
        assertThat(samples(read)).isEqualTo(samples(wanted));
        assertThat(told).isNotEmpty();
        assertThat(told.getLast().announced()).isEqualTo(Duration.ofSeconds(2));
    }

    private static float[] samples(Pcm pcm) {
        float[] all = new float[pcm.length()];
        pcm.copyTo(all, 0);
        return all;
    }

    @Test
    void soundThatBeginsLateKeepsTheTimesOfTheFilm() throws Exception {
        Pcm read = decoder.read(Samples.file("late.mkv"), _ -> {}).pcm();

        assertThat(read.seconds()).isCloseTo(3, within(0.1));
        assertThat(loudness(read.slice(0, 15_000))).isZero();
        assertThat(Samples.likeness(Samples.original(), read.slice(16_000, read.length())))
                .isGreaterThan(0.999);
    }

    @Test
    void theLengthIsKnownBeforeAnythingIsDecoded() throws Exception {
        for (String name : List.of("speech.mp3", "speech.m4a", "speech.webm", "mulaw.wav")) {
            try (MediaSound sound = decoder.open(Samples.file(name))) {
                assertThat(Objects.requireNonNull(sound.announced()).toMillis())
                        .as(name)
                        .isBetween(1990L, 2120L);
            }
        }
    }

    @Test
    void passingOverSamplesIsLikeReadingThem() throws Exception {
        Pcm whole = decoder.read(Samples.file("speech.ogg"), _ -> {}).pcm();
        try (MediaSound sound = decoder.open(Samples.file("speech.ogg"))) {
            assertThat(sound.skip(12_345)).isEqualTo(12_345);
            float[] next = new float[10];
            int got = sound.read(next, 0, 10);
            assertThat(Arrays.copyOf(next, got))
                    .isEqualTo(samples(whole.slice(12_345, 12_345 + got)));
            assertThat(sound.skip(1_000_000)).isLessThan(32_000);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b.mp3",
                "größe-日本語-Ю-🎤.mp3",
                "http:example.mp3",
                "100%25 %d *?[x].mp3",
                "'\"$(x)`;&|.mp3",
                "concat:a|b.mp3",
                "LOUD.MP3",
                "no extension",
                "wrong.wav"
            })
    void theNameMayBeAnything(String name) throws Exception {
        Path file = Files.copy(Samples.file("speech.mp3"), folder.resolve(name));

        assertThat(decoder.read(file, _ -> {}).pcm().seconds()).isCloseTo(2, within(0.1));
    }

    @Test
    void aPathMayBeLong() throws Exception {
        Path deep = folder;
        for (int i = 0; i < 6; i++) {
            deep = deep.resolve("ordner-" + "ü".repeat(60));
        }
        Path file =
                Files.copy(
                        Samples.file("speech.opus"),
                        Files.createDirectories(deep).resolve("x.opus"));

        assertThat(decoder.read(file, _ -> {}).pcm().length()).isPositive();
    }

    @Test
    void whatCannotBeReadIsNamedWithItsCause() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.mp3"));
        Path text = Files.writeString(folder.resolve("notes.txt"), "only words ".repeat(400));
        Path noise = folder.resolve("noise.mp3");
        byte[] bytes = new byte[50_000];
        new Random(5).nextBytes(bytes);
        Files.write(noise, bytes);

        assertFails(empty, Kind.EMPTY, "expected sound, found an empty file");
        assertFails(text, Kind.NOT_MEDIA, "expected audio or video, found something else");
        assertFails(folder, Kind.FOLDER, "expected a recording, found a folder");
        assertFails(folder.resolve("none.mp3"), Kind.MISSING, "no such file");
        assertFails(Samples.file("silent.mp4"), Kind.NO_SOUND, "found a film without any");
        assertThatThrownBy(() -> decoder.read(noise, _ -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(noise + ": ");
    }

    private void assertFails(Path file, Kind kind, String cause) {
        assertThatThrownBy(() -> decoder.read(file, _ -> {}))
                .isInstanceOfSatisfying(
                        MediaException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(cause);
    }

    @Test
    void aFileThatWasCutGivesWhatThereIsAndAWarning() throws Exception {
        for (String name : List.of("speech.mp3", "speech.flac", "speech.aiff", "mulaw.wav")) {
            byte[] all = Files.readAllBytes(Samples.file(name));
            Path cut = folder.resolve(name);
            Files.write(cut, Arrays.copyOf(all, all.length / 2));
            Recording read = decoder.read(cut, _ -> {});

            assertThat(read.pcm().seconds()).as(name).isBetween(0.8, 1.2);
            assertThat(read.warnings()).as(name).hasSize(1);
            assertThat(read.warnings().getFirst()).contains(cut.toString(), "cut short");
        }
    }

    @Test
    void anInterruptEndsTheDecoding() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> decoder.read(Samples.file("speech.m4a"), _ -> {}))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }
}
