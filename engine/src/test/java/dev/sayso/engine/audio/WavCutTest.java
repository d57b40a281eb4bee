package dev.sayso.engine.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// A file may end anywhere: in its header with one clear error, in its samples with one warning.
class WavCutTest {

    private static final byte[] SAMPLES =
            WavBytes.encode(SampleKind.S24, .5, .25, -.5, -.25, 0, 0, .125, .125);

    private static final byte[] RIFF =
            WavBytes.riff()
                    .chunk("LIST", new byte[9])
                    .extensible(1, 2, 16000, 24, 24)
                    .chunk("fact", new byte[4])
                    .data(SAMPLES)
                    .bytes();

    private static final byte[] RF64 =
            WavBytes.file("RF64")
                    .ds64(SAMPLES.length)
                    .fmt(1, 2, 16000, 24)
                    .chunk("data", 0xffffffffL, SAMPLES)
                    .bytes();

    @Test
    void everyCutBeforeTheFirstFrameIsAnError() {
        for (byte[] whole : new byte[][] {RIFF, RF64}) {
            for (int length = 0; length < whole.length - SAMPLES.length + 6; length++) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> Sounds.read(cut))
                        .as("cut to %d bytes", length)
                        .isExactlyInstanceOf(IOException.class)
                        .hasMessageMatching("talk\\.wav: expected [^\\n]+, found [^\\n]+");
            }
        }
    }

    @Test
    void everyCutBehindTheFirstFrameIsAWarning() throws IOException {
        float[] all = {.375f, -.375f, 0, .125f};
        for (byte[] whole : new byte[][] {RIFF, RF64}) {
            int header = whole.length - SAMPLES.length;
            for (int length = header + 6; length < whole.length; length++) {
                Recording recording = Sounds.read(Arrays.copyOf(whole, length));

                assertThat(Sounds.array(recording.pcm()))
                        .isEqualTo(Arrays.copyOf(all, (length - header) / 6));
                assertThat(recording.warnings())
                        .as("cut to %d bytes", length)
                        .singleElement()
                        .asString()
                        .startsWith("talk.wav: cut short, ");
            }
            Recording recording = Sounds.read(whole);
            assertThat(Sounds.array(recording.pcm())).isEqualTo(all);
            assertThat(recording.warnings()).isEmpty();
        }
    }
}
