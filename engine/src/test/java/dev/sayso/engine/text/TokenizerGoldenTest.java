package dev.sayso.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.SharedFolder;
import dev.sayso.engine.checkpoint.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The real vocabulary, on text that another implementation has encoded.
@Tag("shared")
class TokenizerGoldenTest {

    /// The cases' author recognised names of added tokens; only these two contain any it knew.
    private static final String TURN = "<|im_start|>user";

    private static final String ENDS = "<|endoftext|><|im_end|>";

    private final Path folder = SharedFolder.shared("reference/qwen3-tokenizer");
    private final Vocabulary vocabulary = Vocabulary.read(folder);
    private final Tokenizer tokenizer = Tokenizer.of(vocabulary);

    TokenizerGoldenTest() throws IOException {}

    @Test
    void encodesAndDecodesAllCases() {
        var cases = Vocabularies.cases(folder.resolve("encodings.json"));

        assertThat(cases).hasSize(303);
        for (var one : cases) {
            boolean markup = one.text().equals(TURN) || one.text().equals(ENDS);
            int[] ids = markup ? tokenizer.encodeMarkup(one.text()) : tokenizer.encode(one.text());
            assertThat(Arrays.stream(ids).boxed())
                    .as(one.text())
                    .containsExactlyElementsOf(one.ids());
            assertThat(tokenizer.decode(ids)).isEqualTo(one.decoded());
        }
    }

    @Test
    void agreesWithPatternAndNaiveMerges() {
        PlainTokenizer plain = new PlainTokenizer(vocabulary);
        for (int seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String text = Vocabularies.text(random, random.nextInt(60));

            assertThat(tokenizer.encode(text)).as("seed %d", seed).isEqualTo(plain.encode(text));
        }
    }

    @Test
    void buildsThePromptOfTheOfficialPackage() {
        Prompt prompt = Prompt.of(tokenizer, "", "English", null);

        assertThat(prompt.head())
                .containsExactly(151644, 8948, 198, 151645, 198, 151644, 872, 198, 151669);
        assertThat(prompt.tail())
                .containsExactly(151670, 151645, 198, 151644, 77091, 198, 11528, 6364, 151704);
        assertThat(Prompt.of(tokenizer, "", "Macedonian", null).tail())
                .containsSequence(11528, 56452, 75491, 151704);
    }
}
