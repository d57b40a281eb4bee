package dev.sayso.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.TranscriptEvent.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private static final Progress QUARTER =
            new Progress(Duration.ofSeconds(15), Duration.ofSeconds(60));

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void saysHowFarHowFastAndHowLong() {
        assertThat(ProgressBar.line("talk.wav", QUARTER, Duration.ofSeconds(5)))
                .isEqualTo("talk.wav  [######------------------]  25 %  3.0x real time  0:15 left");
    }

    @Test
    void staysShortWhateverTheName() {
        String name = "/a/very/long/path/to/some/recording/that/nobody/can/read.wav";
        Progress long_ = new Progress(Duration.ofSeconds(1), Duration.ofHours(99));

        assertThat(ProgressBar.line(name, QUARTER, Duration.ofSeconds(5))).hasSizeLessThan(92);
        assertThat(ProgressBar.line(name, long_, Duration.ZERO)).startsWith("…");
    }

    @Test
    void doesNotDivideByAnUnknownTotal() {
        Progress unknown = new Progress(Duration.ofSeconds(3), Duration.ZERO);

        assertThat(ProgressBar.line("stdin", unknown, Duration.ofSeconds(1)))
                .isEqualTo("stdin  3 s");
    }

    @Test
    void drawsTenTimesASecondAtMostAndLeavesNothingBehind() {
        ProgressBar bar = new ProgressBar(err, true);
        for (int ms = 0; ms < 250; ms++) {
            bar.show("a", QUARTER, Duration.ofSeconds(1), ms * 1_000_000L);
        }
        bar.clear();
        bar.clear();

        String drawn = bytes.toString(StandardCharsets.UTF_8);
        assertThat(drawn.split("\r", -1)).hasSize(1 + 3 + 1);
        assertThat(drawn).endsWith("\r\u001b[K");
    }

    @Test
    void isCutByANarrowTerminalAndNotWrapped() {
        ProgressBar bar = new ProgressBar(err, true);
        bar.show("a", QUARTER, Duration.ofSeconds(5), 0);
        String line = ProgressBar.line("a", QUARTER, Duration.ofSeconds(5));

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo("\r\u001b[?7l" + line + "\u001b[K\u001b[?7h");
    }

    @Test
    void drawsNothingWherePausedOrNotWanted() {
        ProgressBar paused = new ProgressBar(err, true);
        paused.pause();
        paused.show("a", QUARTER, Duration.ofSeconds(1), 0);
        new ProgressBar(err, false).show("a", QUARTER, Duration.ofSeconds(1), 0);

        assertThat(bytes.size()).isZero();
    }
}
