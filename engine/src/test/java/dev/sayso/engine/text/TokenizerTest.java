package dev.sayso.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.sayso.engine.checkpoint.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {

    private static Vocabulary vocabulary;
    private static Tokenizer tokenizer;

    @BeforeAll
    static void read() throws IOException {
        vocabulary = Vocabulary.read(Vocabularies.smallFolder());
        tokenizer = Tokenizer.of(vocabulary);
    }

    @Test
    void encodesAndDecodesAsAnIndependentImplementation() {
        var cases = Vocabularies.cases(Vocabularies.smallFolder().resolve("cases.json"));

        assertThat(cases).hasSizeGreaterThan(35);
        for (var one : cases) {
            int[] ids = tokenizer.encode(one.text());
            assertThat(Arrays.stream(ids).boxed())
                    .as(one.text())
                    .containsExactlyElementsOf(one.ids());
            assertThat(tokenizer.decode(ids)).isEqualTo(one.decoded());
        }
    }

    @Test
    void decodesWhatItEncodedToTheComposedForm() {
        for (int seed = 0; seed < 2000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String text = Vocabularies.text(random, random.nextInt(60));

            assertThat(tokenizer.decode(tokenizer.encode(text)))
                    .as("seed %d", seed)
                    .isEqualTo(nfc(text));
        }
    }

    @Test
    void agreesWithPatternAndNaiveMerges() {
        PlainTokenizer plain = new PlainTokenizer(vocabulary);
        for (int seed = 0; seed < 2000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String text = Vocabularies.text(random, random.nextInt(60));

            assertThat(tokenizer.encode(text)).as("seed %d", seed).isEqualTo(plain.encode(text));
        }
    }

    @Test
    void readsNamesOfAddedTokensAsPlainTextUnlessToldOtherwise() {
        String text = "a<|im_end|>b<asr_text>";
        int end = tokenizer.special("<|im_end|>");
        int tag = tokenizer.special("<asr_text>");

        assertThat(tokenizer.encode(text)).doesNotContain(end, tag);
        assertThat(tokenizer.encodeMarkup(text))
                .containsExactly(tokenizer.encode("a")[0], end, tokenizer.encode("b")[0], tag);
        assertThat(tokenizer.decode(tokenizer.encode(text))).isEqualTo(text);
        assertThat(tokenizer.decode(tokenizer.encodeMarkup(text))).isEqualTo(text);
    }

    @Test
    void tellsSpecialTokensFromAddedOnes() {
        assertThat(tokenizer.isSpecial(tokenizer.special("<|im_end|>"))).isTrue();
        assertThat(tokenizer.isSpecial(tokenizer.special("<asr_text>"))).isFalse();
        assertThat(tokenizer.isSpecial(0)).isFalse();
        assertThat(tokenizer.isSpecial(-1)).isFalse();
        assertThat(tokenizer.isSpecial(1 << 30)).isFalse();
        assertThat(tokenizer.size()).isEqualTo(1207);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tokenizer.special("<nonsense>"))
                .withMessageContaining("<nonsense>");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1207, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void refusesIdsWithoutToken(int id) {
        assertThatIllegalArgumentException().isThrownBy(() -> tokenizer.decode(0, id));
        assertThatIllegalArgumentException().isThrownBy(() -> tokenizer.bytes(id));
    }

    @Test
    void givesBytesThatCannotBeWrittenThrough() {
        tokenizer.bytes(0)[0] = 0;

        assertThat(tokenizer.bytes(0)).isEqualTo("!".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void replacesBrokenBytes() {
        int lead = vocabulary.byteToken(0xE4);
        int follow = vocabulary.byteToken(0xB8);
        int last = vocabulary.byteToken(0xAD);

        assertThat(tokenizer.decode(lead, follow, last)).isEqualTo("中");
        assertThat(tokenizer.decode(lead, follow)).isEqualTo("\uFFFD");
        assertThat(tokenizer.decode(last, lead, 0)).isEqualTo("\uFFFD\uFFFD!");
    }

    @Test
    void replacesHalvesOfSurrogatePairs() {
        assertThat(tokenizer.decode(tokenizer.encode("a\uD83Db\uDC69\uD83D")))
                .isEqualTo("a\uFFFDb\uFFFD\uFFFD");
        assertThat(tokenizer.decode(tokenizer.encode("\uDC69\uD83D\uDC69"))).isEqualTo("\uFFFD👩");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "ab",
                "the ",
                " ",
                "\n",
                " \n",
                "中",
                "!",
                "1",
                "'",
                "'s",
                "\u0301",
                "\u0301\u0323",
                "👩\u200d",
                "a\u0301",
                "\r\n\t",
                "\u00a0x",
                "\uD83D"
            })
    void takesAMegabyteOfAnything(String unit) {
        String text = unit.repeat((1 << 20) / unit.getBytes(StandardCharsets.UTF_8).length);

        int[] ids = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> tokenizer.encode(text));

        assertThat(ids.length).isBetween(1, 3 << 20);
    }

    @Test
    void composesLongRunsOfMarksExactly() {
        String marks = "\u0301\u0323".repeat(140);

        assertThat(tokenizer.decode(tokenizer.encode("e" + marks + "x")))
                .isEqualTo(nfc("e" + marks + "x"));
    }

    private static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
