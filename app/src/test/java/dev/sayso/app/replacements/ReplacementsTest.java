package dev.sayso.app.replacements;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.settings.Settings.Replacement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplacementsTest {

    private static String plain(String from, String to, String text) {
        return new Replacements(List.of(new Replacement(from, to, false, true))).in(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "art | craft | The art of a party | The craft of a party",
                "art | craft | ART, art. Art! | craft, craft. craft!",
                "müller | Mueller | Frau MÜLLER und Müllers | Frau Mueller und Müllers",
                "straße | Weg | Die Straße | Die Weg",
                "c++ | C plus plus | I like C++ | I like C plus plus",
                "new  york | NYC | From New York and new-york | From NYC and new-york",
                "иван | Ivan | Иван и Иванов | Ivan и Иванов",
                "今天 | 昨天 | 我今天去 | 我昨天去",
                "天 | 日 | 今天好 | 今日好",
                "カ | か | バカだ | バかだ",
                "a$b | $1 \\ | a$b | $1 \\",
                "so | too | also so so-so | also too too-too",
                "na\u00efve | naive | A naïve one | A naive one",
                "e | E | é e | é E",
                "1 | one | 1 11 1.5 | one 11 one.5",
                "_x | y | _x a_x | y a_x",
                "new line | \\n | a new line b | a \\n b",
            })
    void aPlainRuleFindsWholeWords(String from, String to, String text, String expected) {
        assertThat(plain(from, to, text)).isEqualTo(expected.replace("\\n", "\n"));
    }

    @Test
    void caseCanMatter() {
        assertThat(new Replacements(List.of(new Replacement("us", "US", false, false))).in("us Us"))
                .isEqualTo("US Us");
    }

    @Test
    void rulesAreAppliedInOrderEachOnWhatTheOneBeforeLeft() {
        Replacements rules =
                new Replacements(
                        List.of(
                                new Replacement("one", "two", false, true),
                                new Replacement("two", "three", false, true)));
        assertThat(rules.in("one two")).isEqualTo("three three");
    }

    @Test
    void anExpressionHasGroups() {
        Replacement rule = new Replacement("(\\d+) percent\\b", "$1 %", true, true);
        assertThat(new Replacements(List.of(rule)).in("50 Percent of 7 percents"))
                .isEqualTo("50 % of 7 percents");
        Replacement words = new Replacement("\\bü\\w+", "X", true, true);
        assertThat(new Replacements(List.of(words)).in("über füx")).isEqualTo("X füx");
    }

    @Test
    void aRuleThatCannotWorkChangesNothing() {
        Replacement unreadable = new Replacement("(", "x", true, true);
        Replacement noGroup = new Replacement("a", "$3", true, true);
        Replacement empty = new Replacement("  ", "x", false, true);
        Replacement good = new Replacement("b", "c", false, true);
        Replacements rules = new Replacements(List.of(unreadable, noGroup, empty, good));
        assertThat(rules.in("a b (")).isEqualTo("a c (");
        assertThat(rules.unreadable()).containsExactly(unreadable);
    }

    @Test
    void fiveHundredNamesCostLittle() {
        List<Replacement> names = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            names.add(new Replacement("name" + i, "Name " + i, false, true));
        }
        Replacements rules = new Replacements(names);
        String cue = "We met name7 and name499 at the house of name5000 yesterday evening.";
        assertThat(rules.in(cue))
                .isEqualTo(
                        "We met Name 7 and Name 499 at the house of name5000 yesterday evening.");
        for (int i = 0; i < 200; i++) {
            rules.in(cue);
        }
        long start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            rules.in(cue);
        }
        System.Logger log = System.getLogger(ReplacementsTest.class.getName());
        log.log(
                System.Logger.Level.INFO,
                "500 rules in a cue: " + Duration.ofNanos((System.nanoTime() - start) / 20));
    }
}
