package dev.sayso.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sayso.engine.Hints;
import dev.sayso.engine.StreamRound;
import dev.sayso.engine.Transcript;
import dev.sayso.engine.audio.Pcm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What a measured stream remembers while it goes on.
class StreamBenchLogsTest {

    @Test
    void aLogOfRoundsGivesBackWhatItWasGiven() {
        RoundLog log = new RoundLog();
        List<StreamBenchResult.Row> expected = new ArrayList<>();
        for (int i = 0; i < 1200; i++) {
            StreamRound round = round(i, i % 3 == 0);
            Duration lag = Duration.ofMillis(7L * i);
            log.add(round, lag);
            expected.add(new StreamBenchResult.Row(round, lag));
        }
        assertThat(log.rows()).isEqualTo(expected);
        assertThat(log.meanMillis(1198)).isEqualTo(1198.5);
        assertThat(log.meanMillis(1200)).isZero();
    }

    @Test
    void memoryIsLookedAtEveryTenMinutesWhenAnUtteranceHasEnded() throws Exception {
        long[] heap = {1000};
        MemoryLog memory = new MemoryLog(() -> heap[0], () -> OptionalLong.of(5 * heap[0]));
        RoundLog log = new RoundLog();
        // a round each minute, an utterance of four
        for (int minute = 1; minute <= 35; minute++) {
            StreamRound round = round(minute, minute % 4 == 0);
            log.add(round, Duration.ZERO);
            heap[0] = 1000L + minute;
            memory.roundDone(Duration.ofMinutes(minute), round.ended(), log);
        }
        assertThat(memory.points())
                .extracting(point -> point.heard().toMinutes())
                .containsExactly(12L, 20L, 32L);
        assertThat(memory.points())
                .extracting(StreamBenchResult.Memory::roundMillis)
                .containsExactly(6.5, 16.5, 26.5);
        Transcript transcript =
                ScriptedTranscriber.talking()
                        .transcribe(Pcm.of(new float[Pcm.RATE]), Hints.none(), _ -> {});
        StreamBenchResult result = new StreamBenchResult(log.rows(), memory.points(), transcript);
        assertThat(result.heapGrowth()).isCloseTo(20 / 1012.0, within(1e-9));
        assertThat(result.residentGrowth()).isCloseTo(20 / 1012.0, within(1e-9));
        assertThat(StreamBenchTable.render(result))
                .contains("after 32 min: heap 0.0 MiB")
                .endsWith("from the first to the last of them: heap +2.0 %, process +2.0 %\n");
    }

    /// One that took so many milliseconds.
    private static StreamRound round(int number, boolean ended) {
        return new StreamRound(
                Duration.ofSeconds(number),
                Duration.ofMillis(2000L - number),
                ended,
                Duration.ofMillis(number),
                number,
                number + 1,
                number + 2,
                number + 3,
                number + 4,
                number + 5,
                number + 6,
                number + 7,
                number + 8,
                number + 9);
    }
}
