package dev.sayso.engine.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WavFileTest {

    private static final double[] STEPS = {0, 0.5, -0.5, 0.25, -1, 0.984375};

    @ParameterizedTest
    @EnumSource(SampleKind.class)
    void readsEveryKindOfSample(SampleKind kind) throws IOException {
        boolean isFloat = kind == SampleKind.F32 || kind == SampleKind.F64;
        byte[] file =
                WavBytes.riff()
                        .fmt(isFloat ? 3 : 1, 1, 16000, 8 * kind.bytes)
                        .data(WavBytes.encode(kind, STEPS))
                        .bytes();

        Recording recording = Sounds.read(file);

        assertThat(Sounds.array(recording.pcm())).containsExactly(0, .5f, -.5f, .25f, -1, .984375f);
        assertThat(recording.warnings()).isEmpty();
        assertThat(recording.sampleRate()).isEqualTo(16000);
        assertThat(recording.channels()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(SampleKind.class)
    void readsExtensibleHeaders(SampleKind kind) throws IOException {
        boolean isFloat = kind == SampleKind.F32 || kind == SampleKind.F64;
        byte[] file =
                WavBytes.riff()
                        .extensible(isFloat ? 3 : 1, 2, 16000, 8 * kind.bytes, 8 * kind.bytes)
                        .data(WavBytes.encode(kind, STEPS))
                        .bytes();

        assertThat(Sounds.samples(file)).containsExactly(.25f, -.125f, -.0078125f);
    }

    @Test
    void readsTwentyFourValidBitsInThirtyTwo() throws IOException {
        byte[] file =
                WavBytes.riff()
                        .extensible(1, 1, 16000, 32, 24)
                        .data(WavBytes.littleEndian(8).putInt(0x40000000).putInt(-0x100).array())
                        .bytes();

        assertThat(Sounds.samples(file)).containsExactly(.5f, -0x100 / 0x1p31f);
    }

    @Test
    void readsTwelveBitsAtTheTopOfSixteen() throws IOException {
        byte[] file =
                WavBytes.riff().fmt(1, 1, 16000, 12).data(WavBytes.shorts((short) 0x4000)).bytes();

        assertThat(Sounds.samples(file)).containsExactly(.5f);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 8, 255, 8191})
    void averagesAllChannels(int channels) throws IOException {
        double[] frames = new double[3 * channels];
        Arrays.fill(frames, 0, channels, 0.5);
        frames[2 * channels] = 1;
        byte[] file =
                WavBytes.riff()
                        .fmt(3, channels, 16000, 64)
                        .data(WavBytes.encode(SampleKind.F64, frames))
                        .bytes();

        Recording recording = Sounds.read(file);

        assertThat(recording.channels()).isEqualTo(channels);
        assertThat(Sounds.array(recording.pcm())).containsExactly(.5f, 0, 1f / channels);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {1, 7, 999, 8000, 11025, 22050, 44056, 44100, 48000, 192000, 767999, 768000})
    void readsEveryRate(int rate) throws IOException {
        short[] samples = new short[rate < 1000 ? 3 : rate / 20];
        Arrays.fill(samples, (short) 8192);

        Recording recording = Sounds.read(WavBytes.ordinary(rate, samples));

        assertThat(recording.sampleRate()).isEqualTo(rate);
        assertThat(recording.pcm().length())
                .isEqualTo((int) Math.ceil(samples.length * 16000.0 / rate));
        assertThat(recording.pcm().at(recording.pcm().length() / 2)).isCloseTo(.25f, within(.05f));
    }

    @ParameterizedTest
    @CsvSource({"RF64", "BW64"})
    void readsSizesOfSixtyFourBits(String id) throws IOException {
        WavBytes file = WavBytes.file(id).sized(0xffffffffL).ds64(4).fmt(1, 1, 16000, 16);
        file.chunk("data", 0xffffffffL, WavBytes.shorts((short) 16384, (short) -16384));
        file.chunk("LIST", new byte[10]);

        Recording recording = Sounds.read(file.bytes());

        assertThat(Sounds.array(recording.pcm())).containsExactly(.5f, -.5f);
        assertThat(recording.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void readsToTheEndWhenTheLongSizeWasNeverFilledIn(long size) throws IOException {
        WavBytes file = WavBytes.file("RF64").sized(0xffffffffL).ds64(size).fmt(1, 1, 16000, 16);
        file.chunk("data", 0xffffffffL, WavBytes.shorts((short) 16384, (short) -16384));

        Recording recording = Sounds.read(file.bytes());

        assertThat(Sounds.array(recording.pcm())).containsExactly(.5f, -.5f);
        assertThat(recording.warnings()).isEmpty();
    }

    @Test
    void skipsOtherChunksAndTheirPadding() throws IOException {
        byte[] file =
                WavBytes.riff()
                        .chunk("JUNK", new byte[0])
                        .chunk("LIST", new byte[] {1, 2, 3})
                        .fmt(1, 1, 16000, 16)
                        .chunk("fact", new byte[] {1, 0, 0, 0})
                        .chunk("id3 ", new byte[20001])
                        .data(WavBytes.shorts((short) 16384))
                        .chunk("LIST", new byte[] {1, 2, 3})
                        .bytes();

        Recording recording = Sounds.read(file);

        assertThat(Sounds.array(recording.pcm())).containsExactly(.5f);
        assertThat(recording.warnings()).isEmpty();
    }

    @Test
    void skipsAnOddEndOfTheFormatChunk() throws IOException {
        byte[] fmt = Arrays.copyOf(WavBytes.fmtBody(1, 1, 16000, 16, 2), 61);
        byte[] file =
                WavBytes.riff().chunk("fmt ", fmt).data(WavBytes.shorts((short) 16384)).bytes();

        assertThat(Sounds.samples(file)).containsExactly(.5f);
    }

    /// ffmpeg; sox with 2 and 3 bytes a frame; arecord, twice; one that rounds down; none at all.
    @ParameterizedTest
    @ValueSource(
            longs = {
                0xffffffffL,
                0x7ffff000L,
                0x7fffefffL,
                0x7fffff00L,
                0x80000000L,
                0xffffffd8L,
                0
            })
    void readsStreamsOfUnknownLengthToTheirEndWithoutAWarning(long size) throws IOException {
        byte[] file =
                WavBytes.riff()
                        .sized(size == 0 ? 0 : size + 36)
                        .fmt(1, 1, 16000, 16)
                        .chunk("data", size, WavBytes.shorts((short) 16384, (short) -16384))
                        .bytes();

        Recording recording = Sounds.read(file);

        assertThat(Sounds.array(recording.pcm())).containsExactly(.5f, -.5f);
        assertThat(recording.warnings()).isEmpty();
    }

    @Test
    void readsOnWhenOnlyTheSizeOfTheDataIsMissing() throws IOException {
        byte[] file =
                WavBytes.riff()
                        .fmt(1, 1, 16000, 16)
                        .chunk(
                                "data",
                                0,
                                WavBytes.shorts((short) 16384, (short) 0, (short) 1, (short) 2))
                        .bytes();

        assertThat(Sounds.samples(file)).startsWith(.5f, 0).hasSize(4);
    }

    @Test
    void warnsOfSamplesThatAreMissing() throws IOException {
        byte[] file =
                WavBytes.riff()
                        .fmt(1, 1, 16000, 16)
                        .chunk("data", 64000, WavBytes.shorts(new short[8000]))
                        .bytes();

        Recording recording = Sounds.read(file);

        assertThat(recording.pcm().length()).isEqualTo(8000);
        assertThat(recording.warnings())
                .containsExactly(
                        "talk.wav: cut short, it announces 2.00 s of sound and holds 0.50 s");
    }

    @Test
    void warnsOnceOfACutInsideAFrame() throws IOException {
        byte[] whole =
                WavBytes.riff().fmt(1, 2, 16000, 16).data(WavBytes.shorts(new short[40])).bytes();

        Recording recording = Sounds.read(Arrays.copyOf(whole, whole.length - 3));

        assertThat(recording.pcm().length()).isEqualTo(19);
        assertThat(recording.warnings()).singleElement().asString().contains("cut short");
    }

    @Test
    void warnsOfBytesThatAreNoWholeSample() throws IOException {
        byte[] file = WavBytes.riff().fmt(1, 1, 16000, 16).data(new byte[] {0, 64, 7}).bytes();

        Recording recording = Sounds.read(file);

        assertThat(Sounds.array(recording.pcm())).containsExactly(.5f);
        assertThat(recording.warnings())
                .containsExactly("talk.wav: ends inside a sample, which is left out");
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.MAX_VALUE,
                -1e300,
                1e38
            })
    void takesWhatIsNoNumberAsSilenceAndSaysSo(double sample) throws IOException {
        byte[] file =
                WavBytes.riff()
                        .fmt(3, 1, 48000, 64)
                        .data(WavBytes.encode(SampleKind.F64, 0, sample, sample, 0, 0, 0))
                        .bytes();

        Recording recording = Sounds.read(file);

        assertThat(Sounds.array(recording.pcm())).containsExactly(0, 0);
        assertThat(recording.warnings())
                .containsExactly("talk.wav: samples that are no numbers, taken as silence: 2");
    }

    @Test
    void keepsFloatsBeyondFullScale() throws IOException {
        byte[] file =
                WavBytes.riff()
                        .fmt(3, 1, 16000, 32)
                        .data(WavBytes.encode(SampleKind.F32, 3.5, -2))
                        .bytes();

        assertThat(Sounds.samples(file)).containsExactly(3.5f, -2);
    }

    @Test
    void readsAndWritesUnderLongAndForeignNames(@TempDir Path folder) throws IOException {
        String part = "Über-Straße-日本語-Ελλάδα-مرحبا-🎙️-";
        Path deep = folder;
        while (deep.toString().length() - folder.toString().length() < 300) {
            deep = deep.resolve(part + "leer zeichen");
        }
        Files.createDirectories(deep);
        Path file = deep.resolve(part + "Gespräch.wav");

        WavFile.write(file, Pcm.of(new float[] {.5f, -.5f}));

        assertThat(Sounds.array(WavFile.read(file).pcm())).containsExactly(.5f, -.5f);
    }
}
