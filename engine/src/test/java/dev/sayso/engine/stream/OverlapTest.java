package dev.sayso.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlapTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "NONE",
            value = {
                "He came down the road.  | Down the road there was | Down the road ",
                "He came down the road,  | the road and           | NONE",
                "I said no no no         | no no no more          | no no no ",
                "It's what he's doing.   | what he’s doing now    | NONE",
                "It's what he's doing.   | What he's doing now    | What he's doing ",
                "one two three           | four five six          | NONE",
                "今天天气很好我们去        | 天气很好我们去公园        | 天气很好我们去",
                "今天天气很好            | 天气很好公园            | NONE",
                "NONE                   | one two three          | NONE",
                "one two three           | one two three          | one two three"
            })
    void wordsOfBothSidesAreFound(String before, String after, String expected) {
        String left = before == null ? "" : before;
        String repeated = expected == null ? "" : expected;
        int length = Overlap.length(left, after);
        assertThat(after.substring(0, length).strip()).isEqualTo(repeated.strip());
    }
}
