package dev.sayso.app.microphone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SoundCardTest {

    private static final AudioFormat MONO = new AudioFormat(16_000, 16, 1, true, false);

    private final List<TestLine> lines = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();

    private SoundCard card(Duration stays) {
        return new SoundCard(
                device -> {
                    opened.add(device);
                    TestLine line = new TestLine();
                    lines.add(line);
                    return LineMicrophone.of(line, device, MONO);
                },
                stays);
    }

    @Test
    void theNextListenerOfAKeptMicrophoneHearsTheMomentBefore() throws Exception {
        try (SoundCard card = card(Duration.ofMinutes(1))) {
            Microphone first = card.open("desk", true);
            lines.getFirst().bytes.add(new byte[] {0, 64});
            assertThat(first.read(new float[10], 0, 10)).isEqualTo(1);
            first.close();
            assertThat(first.read(new float[10], 0, 10)).isEqualTo(-1);

            // 2 s in pieces of 20 ms, each of a value of its own, of which 400 ms are kept
            for (int i = 0; i < 100; i++) {
                byte[] piece = new byte[640];
                for (int at = 1; at < piece.length; at += 2) {
                    piece[at] = (byte) i;
                }
                lines.getFirst().bytes.add(piece);
            }
            while (!lines.getFirst().bytes.isEmpty()) {
                Thread.sleep(5);
            }
            Thread.sleep(50);

            Microphone second = card.open("desk", true);
            assertThat(opened).containsExactly("desk");
            assertThat(second.available()).isBetween(4_800, 6_400);
            float[] into = new float[6_400];
            int got = second.read(into, 0, into.length);
            assertThat(got).isPositive();
            assertThat(Math.round(into[0] * 128)).isBetween(80, 85);
        }
    }

    @Test
    void anotherDeviceTakesItsPlace() throws Exception {
        try (SoundCard card = card(Duration.ofMinutes(1))) {
            card.open("desk", true).close();
            card.open("head", true);
            assertThat(opened).containsExactly("desk", "head");
            assertThat(lines.getFirst().closed).isTrue();
        }
    }

    @Test
    void aDeviceThatHasGoneIsOpenedAnew() throws Exception {
        try (SoundCard card = card(Duration.ofMinutes(1))) {
            card.open("desk", true).close();
            lines.getFirst().bytes.add(TestLine.GONE);
            while (!lines.getFirst().closed) {
                Thread.sleep(5);
            }
            card.open("desk", true);
            assertThat(opened).containsExactly("desk", "desk");
        }
    }

    @Test
    void nothingStaysOpenThatIsNotToBeKept() throws Exception {
        try (SoundCard card = card(Duration.ofMinutes(1))) {
            card.open("desk", false).close();
            assertThat(lines.getFirst().closed).isTrue();
        }
    }

    @Test
    void anIdleMicrophoneIsClosedAfterAWhile() throws Exception {
        try (SoundCard card = card(Duration.ofMillis(50))) {
            card.open("desk", true).close();
            while (!lines.getFirst().closed) {
                Thread.sleep(5);
            }
        }
    }
}
