package dev.sayso.app.dictation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.replacements.Replacements;
import dev.sayso.app.settings.Settings.Replacement;
import dev.sayso.app.transcript.Cue;
import dev.sayso.engine.Language;
import dev.sayso.engine.Transcript.Segment;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpokenCuesTest {

    private static final Replacement NYC = new Replacement("new york", "NYC", false, true);

    private final SpokenCues cues = new SpokenCues(new Replacements(List.of(NYC)));

    private void add(String text, double start, double end) {
        cues.add(
                new Segment(
                        text,
                        Duration.ofMillis((long) (start * 1000)),
                        Duration.ofMillis((long) (end * 1000)),
                        Language.ENGLISH));
    }

    @Test
    void piecesBecomeSentencesAndRulesReachAcrossThem() {
        add("I live in New", 0, 2);
        assertThat(cues.text()).isEqualTo("I live in New");
        add("York, and", 2, 4);
        add("so on.", 4, 5);
        add("Do you?", 5, 6);
        assertThat(cues.text()).isEqualTo("I live in NYC, and so on. Do you?");
        assertThat(cues.cues())
                .containsExactly(
                        new Cue(Duration.ZERO, Duration.ofSeconds(5), "I live in NYC, and so on."),
                        new Cue(Duration.ofSeconds(5), Duration.ofSeconds(6), "Do you?"));
    }

    @Test
    void aLongPauseAndALongSentenceBeginAnotherCue() {
        add("one", 0, 1);
        add("two", 3, 4);
        add("three", 4, 30);
        add("four", 30, 31);
        assertThat(cues.cues())
                .extracting(Cue::text)
                .containsExactly("one", "two", "three", "four");
        assertThat(cues.text()).isEqualTo("one two three four");
    }

    @Test
    void nothingIsBetweenChineseSentences() {
        add("今天。", 0, 1);
        add("明天", 1, 2);
        assertThat(cues.text()).isEqualTo("今天。明天");
        assertThat(cues.cues()).hasSize(2);
    }

    @Test
    void noSoundNoCues() {
        assertThat(cues.cues()).isEmpty();
        assertThat(cues.text()).isEmpty();
    }
}
