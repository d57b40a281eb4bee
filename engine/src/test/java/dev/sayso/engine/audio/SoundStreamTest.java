package dev.sayso.engine.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundStreamTest {

    @Test
    @Timeout(10)
    void rawSamplesAreThereAsSoonAsTheyArrive() throws IOException {
        try (var pipe = new PipedOutputStream();
                var in = new PipedInputStream(pipe)) {
            SoundStream source = RawPcm.stream(in, "microphone");
            float[] into = new float[100];

            pipe.write(WavBytes.shorts((short) 16384, (short) -16384));
            assertThat(source.read(into, 10, 90)).isEqualTo(2);
            assertThat(into[10]).isEqualTo(.5f);
            assertThat(into[11]).isEqualTo(-.5f);

            pipe.write(new byte[] {0, 64, 0});
            assertThat(source.read(into, 0, 100)).isEqualTo(1);
            pipe.write(32);
            assertThat(source.read(into, 0, 100)).isEqualTo(1);
            assertThat(into[0]).isEqualTo(.25f);
        }
    }

    @Test
    void theEndStaysTheEnd() throws IOException {
        SoundStream source = RawPcm.stream(new ByteArrayInputStream(new byte[2]), "raw");
        float[] into = new float[9];

        assertThat(source.read(into, 0, 9)).isEqualTo(1);
        assertThat(source.read(into, 0, 9)).isEqualTo(-1);
        assertThat(source.read(into, 0, 9)).isEqualTo(-1);
    }

    @Test
    @Timeout(10)
    void aGrowingWavFileIsHeardBeforeItIsFinished() throws IOException {
        try (var pipe = new PipedOutputStream();
                var in = new PipedInputStream(pipe, 1 << 16)) {
            byte[] start =
                    WavBytes.riff()
                            .sized(0xffffffffL)
                            .fmt(1, 1, 48000, 16)
                            .chunk("data", 0xffffffffL, new byte[9600])
                            .bytes();
            pipe.write(start);
            SoundStream stream = SoundInput.stream(in, "-");

            assertThat(stream.sampleRate()).isEqualTo(48000);
            assertThat(stream.channels()).isEqualTo(1);
            // all but the 5 ms that the resampler needs to see ahead
            int got = 0;
            while (got < 1500) {
                got += stream.read(new float[1600], 0, 1600);
            }
            assertThat(got).isLessThanOrEqualTo(1600);
        }
    }

    @Test
    void readsIntoPartsOfAnArrayOnly() throws IOException {
        SoundStream stream = RawPcm.stream(new ByteArrayInputStream(new byte[100]), "raw");
        float[] into = new float[10];
        Arrays.fill(into, 7);

        assertThat(stream.read(into, 3, 0)).isZero();
        assertThat(stream.read(into, 3, 4)).isEqualTo(4);
        assertThat(into).containsExactly(7, 7, 7, 0, 0, 0, 0, 7, 7, 7);
        assertThatThrownBy(() -> stream.read(into, 7, 4))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 1000})
    void detectsWavAndRaw(int readSize) throws IOException {
        byte[] raw = WavBytes.shorts((short) 16384, (short) -16384, (short) 8192);
        byte[] wav = WavBytes.ordinary(16000, (short) 16384, (short) -16384, (short) 8192);

        Recording fromRaw = SoundInput.read(Sounds.dribble(raw, readSize), "-");
        Recording fromWav = SoundInput.read(Sounds.dribble(wav, readSize), "-");

        assertThat(Sounds.array(fromRaw.pcm())).containsExactly(.5f, -.5f, .25f);
        assertThat(Sounds.array(fromWav.pcm())).containsExactly(.5f, -.5f, .25f);
    }

    @Test
    void aSingleRawSampleIsEnough() throws IOException {
        Recording recording = SoundInput.read(new ByteArrayInputStream(new byte[] {0, 64, 9}), "-");

        assertThat(Sounds.array(recording.pcm())).containsExactly(.5f);
        assertThat(recording.warnings())
                .containsExactly("-: ends inside a sample, which is left out");
    }

    @ParameterizedTest
    @CsvSource({
        "fLaC____,a FLAC file",
        "OggS____,an Ogg file",
        "ID3_____,an MP3 file",
        "FORM____,an AIFF file",
        "RIFX____,a big-endian RIFX file",
        "caff____,a Core Audio file",
        "'\u001aE\u00df\u00a3',a Matroska or WebM file"
    })
    void doesNotTakeOtherFilesForSamples(String start, String kind) {
        byte[] bytes = start.getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> SoundInput.read(new ByteArrayInputStream(bytes), "-"))
                .isInstanceOf(IOException.class)
                .hasMessage("-: expected a WAV file or raw samples, found " + kind);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void nothingIsAnError(int length) {
        assertThatThrownBy(() -> SoundInput.read(new ByteArrayInputStream(new byte[length]), "-"))
                .isInstanceOf(IOException.class)
                .hasMessage("-: expected a recording, found one without samples");
    }
}
