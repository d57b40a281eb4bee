package dev.sayso.app.microphone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import javax.sound.sampled.AudioFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class MicrophoneTest {

    private static final AudioFormat MONO = new AudioFormat(16_000, 16, 1, true, false);

    private final TestLine line = new TestLine();

    @Test
    void givesSamplesAsTheyCome() throws Exception {
        try (Microphone microphone = LineMicrophone.of(line, "desk", MONO)) {
            float[] into = new float[10];
            line.bytes.add(new byte[] {0, 64, 0, (byte) 192});
            assertThat(microphone.read(into, 0, 10)).isEqualTo(2);
            assertThat(into).startsWith(0.5f, -0.5f);
            line.bytes.add(new byte[] {0, 32});
            assertThat(microphone.read(into, 0, 10)).isEqualTo(1);
        }
    }

    @Test
    void stereoAtAnotherRateIsBroughtToOurs() throws Exception {
        AudioFormat stereo = new AudioFormat(48_000, 16, 2, true, false);
        try (Microphone microphone = LineMicrophone.of(line, "desk", stereo)) {
            for (int i = 0; i < 50; i++) {
                line.bytes.add(new byte[3840]);
            }
            float[] into = new float[15_000];
            int got = 0;
            while (got < 15_000) {
                got += microphone.read(into, got, 15_000 - got);
            }
            assertThat(into).containsOnly(0);
        }
    }

    @Test
    void aDeviceThatVanishesIsAnErrorAfterAllItGave() throws Exception {
        Microphone microphone = LineMicrophone.of(line, "desk", MONO);
        line.bytes.add(new byte[] {0, 64});
        line.bytes.add(TestLine.GONE);
        float[] into = new float[10];
        assertThat(microphone.read(into, 0, 10)).isEqualTo(1);
        assertThatThrownBy(() -> microphone.read(into, 0, 10))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("desk: ")
                .hasMessageContaining("the device gives no more sound");
    }

    @Test
    void aDeviceThatKeepsItsReaderWaitingIsGoneWithinThreeSeconds() throws Exception {
        Microphone microphone = LineMicrophone.of(line, "desk", MONO);
        line.bytes.add(new byte[] {0, 64});
        float[] into = new float[10];
        assertThat(microphone.read(into, 0, 10)).isEqualTo(1);
        long start = System.nanoTime();
        assertThatThrownBy(() -> microphone.read(into, 0, 10))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the device gives no more sound");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        assertThat(line.closed).as("its reader is freed").isTrue();
    }

    @Test
    void closingEndsTheSoundAndLosesNothing() throws Exception {
        Microphone microphone = LineMicrophone.of(line, "desk", MONO);
        line.bytes.add(new byte[] {0, 64});
        float[] into = new float[10];
        while (microphone.available() == 0) {
            Thread.onSpinWait();
        }
        microphone.close();
        assertThat(line.closed).isTrue();
        assertThat(microphone.read(into, 0, 10)).isEqualTo(1);
        assertThat(microphone.read(into, 0, 10)).isEqualTo(-1);
        assertThat(microphone.read(into, 0, 10)).isEqualTo(-1);
    }

    @Test
    void waitingCanBeInterrupted() {
        Microphone microphone = LineMicrophone.of(line, "desk", MONO);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> microphone.read(new float[10], 0, 10))
                .isInstanceOf(IOException.class);
        assertThat(Thread.interrupted()).isTrue();
        microphone.close();
    }

    @Test
    void anUnknownMicrophoneIsNamed() {
        assertThatThrownBy(() -> Microphones.open("no such device"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("microphone no such device: not found; ");
        assertThat(Microphones.names()).doesNotHaveDuplicates();
    }
}
