package dev.sayso.engine.audio;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// One sentence for every way in which a file can be wrong: its name, what was expected, what
/// found.
class WavBadInputTest {

    private static final byte[] SAMPLES = WavBytes.shorts((short) 1, (short) 2, (short) 3);

    static Stream<Arguments> notAWavFile() {
        byte[] good = WavBytes.ordinary(16000, (short) 1);
        byte[] avi = good.clone();
        System.arraycopy("AVI ".getBytes(StandardCharsets.US_ASCII), 0, avi, 8, 4);
        return Stream.of(
                arguments(new byte[0], "expected a WAV file, found an empty file"),
                arguments(
                        new byte[] {1, 2},
                        "expected a WAV file (RIFF or RF64), found a file that begins with bytes 01 02"),
                arguments(
                        "fLaC and so on".getBytes(StandardCharsets.US_ASCII),
                        "expected a WAV file (RIFF or RF64), found a file that begins with \"fLaC\""),
                arguments(
                        new byte[] {(byte) 0xff, (byte) 0xfb, 0x52, 0x44, 0},
                        "expected a WAV file (RIFF or RF64),"
                                + " found a file that begins with bytes ff fb 52 44"),
                arguments(
                        WavBytes.file("RIFX").fmt(1, 1, 16000, 16).data(SAMPLES).bytes(),
                        "expected a WAV file (RIFF or RF64), found a file that begins with \"RIFX\""),
                arguments(
                        Arrays.copyOf(good, 10),
                        "expected a WAV file, found only its first 10 bytes"),
                arguments(avi, "expected a RIFF file of type WAVE, found type \"AVI \""));
    }

    static Stream<Arguments> chunksAmiss() {
        WavBytes empty = WavBytes.riff().fmt(1, 1, 16000, 16);
        return Stream.of(
                arguments(
                        WavBytes.riff().bytes(), "expected a fmt chunk, found the end of the file"),
                arguments(
                        WavBytes.riff().chunk("JUNK", 0xffffffffL, new byte[100]).bytes(),
                        "expected a fmt chunk, found the end of the file"),
                arguments(
                        WavBytes.riff().chunk("fmt ", 16, new byte[7]).bytes(),
                        "expected a fmt chunk of 16 bytes, found the end of the file in it"),
                arguments(
                        WavBytes.riff().chunk("fmt ", 0xffffffffL, new byte[7]).bytes(),
                        "expected a fmt chunk of 4294967295 bytes, found the end of the file in it"),
                arguments(
                        WavBytes.file("RF64").chunk("ds64", 28, new byte[9]).bytes(),
                        "expected a ds64 chunk of 28 bytes, found the end of the file in it"),
                arguments(
                        WavBytes.riff().chunk("fmt ", new byte[14]).data(SAMPLES).bytes(),
                        "expected a fmt chunk of at least 16 bytes, found one of 14"),
                arguments(
                        WavBytes.riff().data(SAMPLES).fmt(1, 1, 16000, 16).bytes(),
                        "expected a fmt chunk, found the data chunk before it"),
                arguments(
                        WavBytes.riff().fmt(1, 1, 16000, 16).bytes(),
                        "expected a data chunk, found the end of the file"),
                arguments(
                        WavBytes.riff()
                                .fmt(1, 1, 16000, 16)
                                .chunk("LIST", 0x7fffffff, new byte[9])
                                .bytes(),
                        "expected a data chunk, found the end of the file"),
                arguments(
                        empty.data(new byte[0]).bytes(),
                        "expected a recording, found one without samples"),
                arguments(
                        WavBytes.riff()
                                .fmt(1, 1, 16000, 16)
                                .data(new byte[0])
                                .chunk("LIST", new byte[99])
                                .bytes(),
                        "expected a recording, found one without samples"),
                arguments(
                        WavBytes.riff().fmt(1, 1, 16000, 16).chunk("data", 99, new byte[0]).bytes(),
                        "expected a recording, found one without samples"),
                arguments(
                        WavBytes.riff().fmt(1, 2, 16000, 16).chunk("data", 99, new byte[3]).bytes(),
                        "expected a recording, found one without samples"));
    }

    static Stream<Arguments> samplesThatCannotBeRead() {
        byte[] strange = WavBytes.riff().extensible(1, 1, 16000, 16, 16).data(SAMPLES).bytes();
        strange[12 + 8 + 39] = 0;
        byte[] shortened = Arrays.copyOf(WavBytes.fmtBody(0xfffe, 1, 16000, 16, 2), 18);
        String encodings = "expected PCM or float samples, found ";
        return Stream.of(
                arguments(fmt(6, 1, 8000, 8, 1), encodings + "A-law (format tag 6)"),
                arguments(fmt(7, 1, 8000, 8, 1), encodings + "mu-law (format tag 7)"),
                arguments(fmt(2, 1, 8000, 4, 256), encodings + "Microsoft ADPCM (format tag 2)"),
                arguments(fmt(17, 1, 8000, 4, 256), encodings + "IMA ADPCM (format tag 17)"),
                arguments(fmt(49, 1, 8000, 0, 65), encodings + "GSM 6.10 (format tag 49)"),
                arguments(fmt(85, 1, 44100, 0, 1), encodings + "MP3 (format tag 85)"),
                arguments(fmt(0, 1, 16000, 16, 2), encodings + "an unknown codec (format tag 0)"),
                arguments(
                        strange,
                        encodings
                                + "an unknown sub-format"
                                + " (bytes 01 00 00 00 00 00 10 00 80 00 00 aa 00 38 9b 00)"),
                arguments(
                        WavBytes.riff().extensible(6, 1, 8000, 8, 8).data(SAMPLES).bytes(),
                        encodings + "A-law (format tag 6)"),
                arguments(
                        WavBytes.riff().chunk("fmt ", shortened).data(SAMPLES).bytes(),
                        "expected an extensible fmt chunk of at least 40 bytes, found one of 18"),
                arguments(
                        fmt(1, 0, 16000, 16, 2), "expected at least one channel, found 0 channels"),
                arguments(
                        fmt(1, 1, 0, 16, 2),
                        "expected a sample rate of 1 to 768000 Hz, found 0 Hz"),
                arguments(
                        fmt(1, 1, 768001, 16, 2),
                        "expected a sample rate of 1 to 768000 Hz, found 768001 Hz"),
                arguments(
                        fmt(1, 1, -1, 16, 2),
                        "expected a sample rate of 1 to 768000 Hz, found 4294967295 Hz"),
                arguments(
                        fmt(1, 2, 16000, 16, 2),
                        "expected a block align of 4 for 2 × 16 bits, found a block align of 2"),
                arguments(
                        fmt(1, 1, 16000, 16, 0),
                        "expected a block align of 2 for 1 × 16 bits, found a block align of 0"),
                arguments(
                        fmt(1, 65535, 16000, 32, 65532),
                        "expected a block align of 262140 for 65535 × 32 bits,"
                                + " found a block align of 65532"),
                arguments(
                        fmt(1, 1, 16000, 0, 0),
                        "expected PCM of 8, 16, 24 or 32 bits, found 0 bits"),
                arguments(
                        fmt(1, 1, 16000, 64, 8),
                        "expected PCM of 8, 16, 24 or 32 bits, found 64 bits"),
                arguments(
                        fmt(3, 1, 16000, 16, 2),
                        "expected floats of 32 or 64 bits, found 16 bits"));
    }

    private static byte[] fmt(int tag, int channels, int rate, int bits, int blockAlign) {
        return WavBytes.riff()
                .chunk("fmt ", WavBytes.fmtBody(tag, channels, rate, bits, blockAlign))
                .data(SAMPLES)
                .bytes();
    }

    @ParameterizedTest
    @MethodSource({"notAWavFile", "chunksAmiss", "samplesThatCannotBeRead"})
    void saysWhatIsWrong(byte[] file, String cause, @TempDir Path folder) throws IOException {
        Path path = Files.write(folder.resolve("talk.wav"), file);

        assertThatThrownBy(() -> WavFile.read(path))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage(path + ": " + cause);
    }

    @Test
    void namesAFolder(@TempDir Path folder) {
        assertThatThrownBy(() -> WavFile.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessage(folder + ": expected a WAV file, found a folder");
    }

    @Test
    void namesAFileThatIsMissing(@TempDir Path folder) {
        Path path = folder.resolve("nobody.wav");

        assertThatThrownBy(() -> WavFile.read(path))
                .isInstanceOf(IOException.class)
                .hasMessage(path + ": no such file");
    }

    @Test
    void namesASourceThatBreaks() {
        byte[] start = Arrays.copyOf(WavBytes.ordinary(16000, new short[100]), 150);
        var breaking =
                new InputStream() {
                    private final ByteArrayInputStream in = new ByteArrayInputStream(start);

                    @Override
                    public int read() throws IOException {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        int got = in.read(into, offset, length);
                        if (got < 0) {
                            throw new IOException("the cable was pulled");
                        }
                        return got;
                    }
                };

        assertThatThrownBy(() -> WavFile.read(breaking, "usb.wav"))
                .isInstanceOf(IOException.class)
                .hasMessage("usb.wav: reading failed: the cable was pulled");
    }

    @Test
    void refusesMoreThanFitsTheMemory() throws IOException {
        byte[] file = WavBytes.ordinary(1, new short[5]);
        SoundStream stream = WavFile.stream(new ByteArrayInputStream(file), "long.wav");

        assertThatThrownBy(() -> stream.readAll(79_999))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "long.wav: expected at most 0.0 hours of sound, which is what fits the"
                                + " memory, found more");
    }
}
