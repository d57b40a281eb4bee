package dev.sayso.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "wett heu, '\"wett\" * \"heu\" *'",
                "'\"the weather\" now', '\"the weather\" \"now\" *'",
                "'\"the wea', '\"the wea\" *'",
                "„schönes Wetter“, '\"schönes Wetter\"'",
                "NEAR(a b), '\"NEAR(a\" * \"b)\" *'",
                "-title:x*, '\"-title:x*\" *'",
                "天气, '\"天  气\" *'",
                "Straße, '\"Strasse\" *'",
            })
    void whatIsTypedBecomesStrings(String typed, String match) {
        assertThat(SearchWords.match(typed)).isEqualTo(match);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\"", "\"\"", "*", "- : ^ ( )", "…", "\u0000", "'"})
    void whatHasNoWordsFindsNothing(String typed) {
        assertThat(SearchWords.match(typed)).isNull();
    }

    @Test
    void aPastedTextIsCut() {
        String match = SearchWords.match("word ".repeat(10_000));

        assertThat(match).isNotNull().hasSizeLessThan(400);
    }

    @Test
    void charactersOfScriptsWithoutSpacesStandAlone() {
        assertThat(SearchWords.indexed("用Java写コーヒー")).isEqualTo(" 用 Java 写  コ  ー  ヒ  ー ");
    }
}
