package dev.sayso.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RepetitionsTest {

    @Test
    void makesOneOfACharacterRepeatedMoreThanTwentyTimes() {
        assertThat(Repetitions.repair("ha" + "a".repeat(19) + "!"))
                .isEqualTo("ha" + "a".repeat(19) + "!");
        assertThat(Repetitions.repair("ha" + "a".repeat(20) + "!")).isEqualTo("ha!");
        assertThat(Repetitions.repair("😀".repeat(21))).isEqualTo("😀");
        assertThat(Repetitions.repair("哈".repeat(500) + "b".repeat(30))).isEqualTo("哈b");
    }

    @Test
    void makesOneOfAPatternRepeatedTwentyTimes() {
        assertThat(Repetitions.repair("I said no ".repeat(20))).isEqualTo("I said no ");
        assertThat(Repetitions.repair("I said no ".repeat(19))).isEqualTo("I said no ".repeat(19));
        assertThat(Repetitions.repair("So: " + "no, ".repeat(57) + "yes."))
                .isEqualTo("So: no, yes.");
        assertThat(Repetitions.repair("ab".repeat(20) + "x" + "cd".repeat(25))).isEqualTo("abxcd");
    }

    @Test
    void leavesPatternsOfMoreThanTwentyCharacters() {
        String twenty = "abcdefghijklmnopqrst";

        assertThat(Repetitions.repair(twenty.repeat(20))).isEqualTo(twenty);
        assertThat(Repetitions.repair((twenty + "u").repeat(20)))
                .isEqualTo((twenty + "u").repeat(20));
    }

    @Test
    void looksForPatternsOnlyWhereFortyCharactersAreLeft() {
        // exactly 20 equal characters are no runaway character but a pattern of one
        assertThat(Repetitions.repair("a".repeat(20))).isEqualTo("a".repeat(20));
        assertThat(Repetitions.repair("a".repeat(20) + "bcdefghijklmnopqrstu"))
                .isEqualTo("abcdefghijklmnopqrstu");
        assertThat(Repetitions.repair("a".repeat(20) + "bcdefghijklmnopqrst"))
                .isEqualTo("a".repeat(20) + "bcdefghijklmnopqrst");
    }

    @Test
    void leavesOrdinaryTextAlone() {
        String text = "No, no, no, no. It's 1000000000 or so… 哈哈哈哈哈哈! ".repeat(18);

        assertThat(Repetitions.repair(text)).isEqualTo(text);
        assertThat(Repetitions.repair("")).isEmpty();
    }

    @Test
    void agreesWithTheRuleTriedOutAtEveryPlace() {
        int cut = 0;
        for (int seed = 0; seed < 1000; seed++) {
            String text = stutter(new SplittableRandom(seed));
            String expected = patternsByTrial(charactersByTrial(text));

            assertThat(Repetitions.repair(text)).as("seed %d: %s", seed, text).isEqualTo(expected);
            cut += expected.equals(text) ? 0 : 1;
        }
        assertThat(cut).isBetween(150, 950);
    }

    @Test
    void takesTimeLinearInTheText() {
        String almost = ("abcdefghijklmnopqrs".repeat(19) + "!").repeat(1000);

        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThat(Repetitions.repair(almost)).hasSameSizeAs(almost));
    }

    /// Text of few letters with repetitions on both sides of the limits.
    private static String stutter(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i >= 0; i--) {
            StringBuilder unit = new StringBuilder();
            for (int k = random.nextInt(random.nextBoolean() ? 3 : 22); k >= 0; k--) {
                unit.append((char) ('a' + random.nextInt(3)));
            }
            text.append(unit.toString().repeat(1 + random.nextInt(random.nextBoolean() ? 3 : 26)));
        }
        return text.toString();
    }

    private static String charactersByTrial(String text) {
        return text.replaceAll("(.)\\1{20,}", "$1");
    }

    private static String patternsByTrial(String text) {
        StringBuilder kept = new StringBuilder();
        int at = 0;
        while (text.length() - at >= 40) {
            String pattern = "";
            for (int size = 1;
                    size <= 20 && pattern.isEmpty() && at + size <= text.length();
                    size++) {
                String candidate = text.substring(at, at + size);
                pattern = text.startsWith(candidate.repeat(20), at) ? candidate : "";
            }
            if (pattern.isEmpty()) {
                kept.append(text.charAt(at++));
            } else {
                kept.append(pattern);
                while (text.startsWith(pattern, at)) {
                    at += pattern.length();
                }
            }
        }
        return kept.append(text.substring(at)).toString();
    }
}
