package dev.sayso.app.editor;

import static dev.sayso.app.editor.EditTest.cue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.transcript.Cue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallPartsTest {

    @ParameterizedTest
    @CsvSource({
        "00:00:00.000, 0",
        "01:02:03.004, 3723004",
        "2:03.5, 123500",
        "7, 7000",
        "'7,25', 7250",
        "90:00, 5400000",
    })
    void timesAreRead(String text, long millis) {
        assertThat(CueTimes.parse(text)).hasValue(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1:2:3:4", "a", "1.2345", "::", "1:"})
    void whatIsNoTimeIsNotRead(String text) {
        assertThat(CueTimes.parse(text)).isEmpty();
    }

    @Test
    void timesAreWrittenAndReadBack() {
        assertThat(CueTimes.text(Duration.ofMillis(3_723_004))).isEqualTo("01:02:03.004");
        assertThat(CueTimes.text(Duration.ofNanos(1_999_999_999))).isEqualTo("00:00:02.000");
        for (long millis = 0; millis < 20_000_000; millis += 12_347) {
            Duration time = Duration.ofMillis(millis);
            assertThat(CueTimes.parse(CueTimes.text(time))).hasValue(time);
        }
        assertThat(CueTimes.parseSeconds("1,5")).hasValue(Duration.ofMillis(1_500));
        assertThat(CueTimes.parseSeconds("1:05")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "'  ', 0",
        "Hello, 1",
        "'Don''t stop, please!', 3",
        "'one two – three', 3",
        "你好世界, 4",
        "'3.5 km', 2",
        "'(a) b', 2",
    })
    void wordsAreCounted(String text, int count) {
        assertThat(WordCount.of(text)).isEqualTo(count);
    }

    @Test
    void theCueAtATimeIsFound() {
        List<Cue> cues = List.of(cue(100, 200, ""), cue(200, 300, ""), cue(400, 500, ""));
        int[][] expected = {{0, -1}, {99, -1}, {100, 0}, {199, 0}, {200, 1}, {300, -1}, {450, 2}};
        for (int[] pair : expected) {
            assertThat(CueSearch.at(cues, Duration.ofMillis(pair[0])))
                    .as("at %d", pair[0])
                    .isEqualTo(pair[1]);
        }
        assertThat(CueSearch.lastStarted(cues, Duration.ofMillis(350))).isEqualTo(1);
        assertThat(CueSearch.at(List.of(), Duration.ZERO)).isEqualTo(-1);
    }
}
