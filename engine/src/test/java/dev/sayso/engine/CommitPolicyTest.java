package dev.sayso.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommitPolicyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "NONE",
            value = {
                "NONE                  | NONE",
                "Hello                 | NONE",
                "Hello wor             | Hello",
                "Hello world. H        | Hello world.",
                "Well-known            | NONE",
                "It costs 3.5          | It costs",
                "I don't kn            | I don't",
                "He said: yes, (but)   | He said: yes,",
                "He said: yes , but     | He said: yes ,",
                "Hello 😀😀            | Hello",
                "我们去公园。好           | 我们去公园。",
                "我们去                 | 我们",
                "去 Berlin und         | 去 Berlin",
                "สวัสดี                   | สวัส"
            })
    void wholeWordsAreCommittedWhenAnotherFollows(String settled, String expected) {
        String text = settled == null ? "" : settled;
        String committed = expected == null ? "" : expected;
        assertThat(text.substring(0, CommitPolicy.boundary(text, 0))).isEqualTo(committed);
    }

    @Test
    void piecesJoinedAreTheText() {
        Random random = new Random(1);
        String alphabet = "ab  é.,-'我们かな1 한국\u0301";
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder("x");
            for (int c = random.nextInt(30); c > 0; c--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String whole = text.toString().strip();
            StringBuilder joined = new StringBuilder();
            int from = 0;
            for (int seen = 1; seen <= whole.length(); seen++) {
                int end = CommitPolicy.boundary(whole.substring(0, seen).stripTrailing(), from);
                join(joined, whole.substring(from, end));
                from = end;
            }
            join(joined, whole.substring(from));
            assertThat(joined.toString()).isEqualTo(whole);
        }
    }

    private static void join(StringBuilder joined, String piece) {
        String bare = piece.strip();
        joined.append(Joint.between(joined, bare)).append(bare);
    }
}
