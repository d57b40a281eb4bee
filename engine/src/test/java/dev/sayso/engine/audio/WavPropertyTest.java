package dev.sayso.engine.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// Random files in random formats; each run is one seed, which stands in the failure's name.
class WavPropertyTest {

    private static final int[] RATES = {8000, 11025, 16000, 22050, 44100, 48000, 96000, 12347};

    @RepeatedTest(100)
    void whatWasWrittenIsRead(RepetitionInfo run) throws IOException {
        long seed = run.getCurrentRepetition();
        Random random = new Random(seed);
        SampleKind kind = pick(random, SampleKind.values());
        int channels = 1 + random.nextInt(5);
        int frames = 1 + random.nextInt(9000);
        double[] samples = random.doubles((long) frames * channels, -1, 1).toArray();
        byte[] file = file(random, kind, channels, 16000, WavBytes.encode(kind, samples));

        Recording recording = Sounds.read(file);

        assertThat(recording.warnings()).as("seed %d", seed).isEmpty();
        assertThat(recording.channels()).isEqualTo(channels);
        assertThat(recording.pcm().length()).isEqualTo(frames);
        double step = kind == SampleKind.U8 ? 0x1p-7 : kind == SampleKind.S16 ? 0x1p-15 : 0x1p-22;
        for (int i = 0; i < frames; i++) {
            double sum = 0;
            for (int c = 0; c < channels; c++) {
                sum += samples[i * channels + c];
            }
            double difference = Math.abs(recording.pcm().at(i) - sum / channels);
            assertThat(difference).as("seed %d, %s, frame %d", seed, kind, i).isLessThan(step);
        }
    }

    @RepeatedTest(50)
    void theSizeOfTheReadsDoesNotMatter(RepetitionInfo run) throws IOException {
        long seed = run.getCurrentRepetition();
        Random random = new Random(seed);
        SampleKind kind = pick(random, SampleKind.values());
        int channels = 1 + random.nextInt(3);
        int rate = RATES[random.nextInt(RATES.length)];
        int frames = 1 + random.nextInt(3000);
        double[] samples = random.doubles((long) frames * channels, -1, 1).toArray();
        byte[] file = file(random, kind, channels, rate, WavBytes.encode(kind, samples));

        Recording atOnce = Sounds.read(file);
        Recording slowly = WavFile.read(Sounds.dribble(file, 1 + random.nextInt(200)), "talk.wav");

        assertThat(Sounds.array(slowly.pcm()))
                .as("seed %d", seed)
                .isEqualTo(Sounds.array(atOnce.pcm()));
        assertThat(atOnce.pcm().length()).isEqualTo((int) Math.ceil(frames * 16000.0 / rate));
        assertThat(slowly.warnings()).isEqualTo(atOnce.warnings());
    }

    @RepeatedTest(20)
    void sixteenBitsSurviveReadingAndWriting(RepetitionInfo run) throws IOException {
        Random random = new Random(run.getCurrentRepetition());
        short[] samples = new short[1 + random.nextInt(5000)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) random.nextInt();
        }
        byte[] wav = WavBytes.ordinary(16000, samples);

        Pcm fromWav = WavFile.read(new ByteArrayInputStream(wav), "a").pcm();
        Pcm fromRaw = RawPcm.read(new ByteArrayInputStream(WavBytes.shorts(samples)), "b").pcm();

        assertThat(Sounds.array(fromWav)).isEqualTo(Sounds.array(fromRaw));
    }

    /// One of the shapes that a correct file may have.
    private static byte[] file(
            Random random, SampleKind kind, int channels, int rate, byte[] samples) {
        boolean wide = random.nextInt(4) == 0;
        WavBytes file = WavBytes.file(wide ? "RF64" : "RIFF");
        if (wide) {
            file.sized(0xffffffffL).ds64(samples.length);
        }
        while (random.nextInt(3) == 0) {
            file.chunk("JUNK", new byte[random.nextInt(50)]);
        }
        int tag = kind == SampleKind.F32 || kind == SampleKind.F64 ? 3 : 1;
        if (random.nextBoolean()) {
            file.fmt(tag, channels, rate, 8 * kind.bytes);
        } else {
            file.extensible(tag, channels, rate, 8 * kind.bytes, 8 * kind.bytes);
        }
        while (random.nextInt(3) == 0) {
            file.chunk("LIST", new byte[random.nextInt(50)]);
        }
        boolean unknown = wide || random.nextInt(4) == 0;
        if (unknown) {
            return file.chunk("data", 0xffffffffL, samples).bytes();
        }
        file.data(samples);
        while (random.nextInt(3) == 0) {
            file.chunk("id3 ", new byte[random.nextInt(50)]);
        }
        return file.bytes();
    }

    private static <T> T pick(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
