package dev.sayso.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// What must hold for any bytes that are taken for `config.json` or `tokenizer_config.json`.
public final class ModelConfigFuzz {

    private static final String CONFIG = "config.json";
    private static final String TOKENIZER = "tokenizer_config.json";
    private static final byte[] TOKENS =
            """
            {"added_tokens_decoder": {"1": {"content": "<|audio_start|>"},
             "2": {"content": "<|audio_end|>"}, "3": {"content": "<|audio_pad|>"}}}
            """
                    .getBytes(StandardCharsets.UTF_8);

    private ModelConfigFuzz() {}

    /// Reads the bytes as either file. Anything thrown is a fault.
    public static void fuzz(byte[] bytes) {
        try {
            SpecialTokens special = SpecialTokens.parse(JsonObject.parse(TOKENIZER, TOKENS));
            assertUsable(ConfigReader.read(JsonObject.parse(CONFIG, bytes), special));
        } catch (IOException e) {
            assertThat(e).isExactlyInstanceOf(IOException.class);
            assertThat(e.getMessage()).matches("(tokenizer_)?config.json: [^\\p{Cntrl}]{1,600}");
        }
        try {
            SpecialTokens special = SpecialTokens.parse(JsonObject.parse(TOKENIZER, bytes));
            assertThat(special.stops()).isNotEmpty().allMatch(id -> id >= 0);
        } catch (IOException e) {
            SafetensorsFuzz.assertClear(TOKENIZER, e);
        }
    }

    /// A config that was accepted has no size whose products would overflow.
    private static void assertUsable(ModelConfig config) {
        ModelConfig.Encoder encoder = config.encoder();
        ModelConfig.Decoder decoder = config.decoder();
        assertThat(encoder.headDim() * encoder.heads()).isEqualTo(encoder.dModel());
        assertThat(encoder.tokensPerWindow()).isPositive();
        assertThat(encoder.stemWidth()).isPositive();
        assertThat(Math.multiplyExact(decoder.heads(), decoder.headDim())).isPositive();
        assertThat(decoder.headDim() % 2).isZero();
        assertThat(decoder.heads() % decoder.kvHeads()).isZero();
        assertThat(config.headRows()).isPositive();
        assertThat(decoder.ropeTheta()).isBetween(1.0, 1e15);
        assertThat(decoder.rmsNormEps()).isPositive();
        for (int id :
                new int[] {config.audioStartId(), config.audioEndId(), config.audioTokenId()}) {
            assertThat(id).isBetween(0, decoder.vocabSize() - 1);
        }
    }
}
