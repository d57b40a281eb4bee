package dev.sayso.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DetokenizerTest {

    private final Tokenizer tokenizer = Vocabularies.small();
    private final Detokenizer detokenizer = new Detokenizer(tokenizer);

    DetokenizerTest() throws IOException {}

    @Test
    void givesACharacterWhenItsLastByteHasCome() {
        int[] ids = tokenizer.encode("👩");

        assertThat(ids).hasSize(4);
        assertThat(detokenizer.accept(ids[0])).isEmpty();
        assertThat(detokenizer.accept(ids[1])).isEmpty();
        assertThat(detokenizer.accept(ids[2])).isEmpty();
        assertThat(detokenizer.accept(ids[3])).isEqualTo("👩");
        assertThat(detokenizer.finish()).isEmpty();
    }

    @Test
    void replacesWhatIsLeftOfACharacterAndBeginsAnew() {
        int[] ids = tokenizer.encode("👩");
        detokenizer.accept(ids[0]);
        detokenizer.accept(ids[1]);

        assertThat(detokenizer.finish()).isEqualTo("\uFFFD");
        assertThat(detokenizer.accept(ids[2])).isEqualTo("\uFFFD");
        assertThat(detokenizer.finish()).isEmpty();
    }

    @Test
    void replacesACharacterThatIsCutShortByAnother() {
        int[] ids = tokenizer.encode("👩");
        detokenizer.accept(ids[0]);

        assertThat(detokenizer.accept(0)).isEqualTo("\uFFFD!");
    }

    @Test
    void showsAddedTokensButNotSpecialOnesNorSpareRows() {
        assertThat(detokenizer.accept(tokenizer.special("<asr_text>"))).isEqualTo("<asr_text>");
        assertThat(detokenizer.accept(tokenizer.special("<|im_end|>"))).isEmpty();
        assertThat(detokenizer.accept(tokenizer.size())).isEmpty();
        assertThat(detokenizer.accept(151_935)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> detokenizer.accept(-1));
    }

    @Test
    void givesInPiecesWhatDecodingGivesAtOnce() {
        for (int seed = 0; seed < 2000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            // ordinary ids up to 255 are single bytes: broken text of all kinds
            int[] ids =
                    random.ints(random.nextInt(40), 0, random.nextBoolean() ? 256 : 1200).toArray();
            Detokenizer pieces = new Detokenizer(tokenizer);
            StringBuilder joined = new StringBuilder();
            for (int id : ids) {
                String piece = pieces.accept(id);
                assertThat(hasHalves(piece)).as("seed %d", seed).isFalse();
                joined.append(piece);
            }
            joined.append(pieces.finish());

            assertThat(joined).as("seed %d", seed).hasToString(tokenizer.decode(ids));
        }
    }

    private static boolean hasHalves(String text) {
        return text.codePoints()
                .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
