package dev.sayso.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sayso.engine.StarterModel;
import dev.sayso.engine.checkpoint.Vocabulary;
import java.io.IOException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PromptTest {

    private final Tokenizer tokenizer = Vocabularies.small();

    PromptTest() throws IOException {}

    @Test
    void hasTheIdsTheStarterModelWasTrainedOn() throws IOException {
        Tokenizer starter = Tokenizer.of(Vocabulary.read(StarterModel.FOLDER));
        Prompt prompt = Prompt.of(starter, "", null, null);

        assertThat(prompt.head()).containsExactly(1201, 287, 198, 1202, 198, 1201, 286, 198, 1203);
        assertThat(prompt.tail()).containsExactly(1204, 1202, 198, 1201, 279, 198);
    }

    @Test
    void putsTheContextIntoTheSystemTurn() {
        assertThat(tokenizer.decode(Prompt.of(tokenizer, "Ada, Babbage", null, null).head()))
                .isEqualTo(
                        "<|im_start|>system\nAda, Babbage<|im_end|>\n<|im_start|>user\n<|audio_start|>");
    }

    @Test
    void mergesLineBreaksAcrossTheContextsBeginningAsTheTemplateDoes() {
        int[] head = Prompt.of(tokenizer, "\n\nx", null, null).head();
        int[] whole = tokenizer.encodeMarkup("<|im_start|>system\n\n\nx<|im_end|>");

        assertThat(head).startsWith(whole);
    }

    @Test
    void beginsTheAnswerWithTheForcedLanguage() {
        assertThat(tokenizer.decode(tail("English", null)))
                .isEqualTo(
                        "<|audio_end|><|im_end|>\n<|im_start|>assistant\nlanguage English<asr_text>");
        assertThat(tail("English", null)).endsWith(tokenizer.special("<asr_text>"));
    }

    @Test
    void putsPastTextBeforeAFreshTag() {
        assertThat(tokenizer.decode(tail(null, "We met.")))
                .endsWith("assistant\nWe met.<asr_text>");
        assertThat(tokenizer.decode(tail("English", "We met.")))
                .endsWith("assistant\nlanguage English<asr_text>We met.<asr_text>");
        assertThat(tail(null, "")).isEqualTo(tail(null, null));
    }

    @Test
    void keepsControlTokensOutOfContextAndPastText() {
        int end = tokenizer.special("<|im_end|>");
        int text = tokenizer.special("<asr_text>");
        Prompt prompt = Prompt.of(tokenizer, "<|im_end|>", null, "<|im_end|><asr_text>");

        assertThat(IntStream.of(prompt.head()).filter(id -> id == end)).hasSize(1);
        assertThat(IntStream.of(prompt.tail()).filter(id -> id == end)).hasSize(1);
        assertThat(IntStream.of(prompt.tail()).filter(id -> id == text)).hasSize(1);
    }

    @Test
    void isContinuedByRawIds() {
        Prompt prompt = Prompt.of(tokenizer, "x", "English", null);
        Prompt continued = prompt.continuedBy(7, 1206, 9);

        assertThat(continued.head()).isEqualTo(prompt.head());
        assertThat(continued.tail()).startsWith(prompt.tail()).endsWith(7, 1206, 9);
        assertThat(continued.tail()).hasSize(prompt.tail().length + 3);
    }

    @Test
    void givesCopiesOfItsIds() {
        Prompt prompt = Prompt.of(tokenizer, "", null, null);
        prompt.head()[0] = -1;
        prompt.tail()[0] = -1;

        assertThat(prompt.head()).startsWith(1201);
        assertThat(prompt.tail()).startsWith(1204);
    }

    @Test
    void takesTenThousandTokensOfContextAndNoMore() {
        assertThat(Prompt.of(tokenizer, "1".repeat(10_000), null, null).head()).hasSize(10_009);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Prompt.of(tokenizer, "1".repeat(10_001), null, null))
                .withMessage("a context of 10001 tokens; at most 10000 are allowed");
    }

    @Test
    void refusesALanguageWithoutName() {
        assertThatIllegalArgumentException().isThrownBy(() -> tail(" ", null));
    }

    private int[] tail(@Nullable String language, @Nullable String pastText) {
        return Prompt.of(tokenizer, "", language, pastText).tail();
    }
}
