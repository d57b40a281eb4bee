package dev.sayso.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void cutsAsThePatternSays() {
        assertThat(pieces("I'm sure it's 12, isn't?"))
                .containsExactly(
                        "I", "'m", " sure", " it", "'s", " ", "1", "2", ",", " isn", "'t", "?");
        assertThat(pieces("a  b   \n c\n\n\td"))
                .containsExactly("a", " ", " b", "   \n", " c", "\n\n", "\td");
        assertThat(pieces("x \t ")).containsExactly("x", " \t ");
        assertThat(pieces("\"Hi\" ...\r\n!")).containsExactly("\"Hi", "\"", " ...\r\n", "!");
        assertThat(pieces("WE'LL x'ſo 's"))
                .containsExactly("WE", "'LL", " x", "'ſ", "o", " '", "s");
        assertThat(pieces("𝒳𝕐½𠮷")).containsExactly("𝒳𝕐", "½", "𠮷");
    }

    @Test
    void agreesWithThePatternOnAllShortTexts() {
        String[] units = {"a", "s", "'", " ", "\n", "\t", "1", ".", "\u00a0", "中", "\u0301", "😀"};
        for (int number = 0; number < Math.pow(units.length, 4); number++) {
            StringBuilder text = new StringBuilder();
            for (int rest = number; rest > 0; rest /= units.length) {
                text.append(units[rest % units.length]);
            }
            assertThat(pieces(text.toString())).isEqualTo(PlainTokenizer.pieces(text.toString()));
        }
    }

    @Test
    void agreesWithThePatternOnEveryCharacter() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                String text = "x" + Character.toString(c) + "'S " + Character.toString(c);
                assertThat(pieces(text)).as("U+%04X", c).isEqualTo(PlainTokenizer.pieces(text));
                if (c > 0x3FFFF) {
                    // planes 4 to 16 hold nothing but unassigned and private characters
                    c += 0x3FF;
                }
            }
        }
    }

    @Test
    void agreesWithThePatternOnRandomText() {
        for (int seed = 0; seed < 5000; seed++) {
            String text = Vocabularies.text(new SplittableRandom(seed), 30);

            assertThat(pieces(text)).as("seed %d", seed).isEqualTo(PlainTokenizer.pieces(text));
        }
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int end = Words.end(text, from);
            pieces.add(text.substring(from, end));
            from = end;
        }
        return pieces;
    }
}
