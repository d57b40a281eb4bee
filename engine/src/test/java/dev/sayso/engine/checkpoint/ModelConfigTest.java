package dev.sayso.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ModelConfigTest {

    private static final String AUDIO =
            """
            "d_model": 896, "encoder_layers": 18, "encoder_attention_heads": 14,
            "encoder_ffn_dim": 3584, "output_dim": 1024, "num_mel_bins": 128,
            "downsample_hidden_size": 480, "n_window": 50, "n_window_infer": 800
            """;
    private static final String TEXT =
            """
            "hidden_size": 1024, "intermediate_size": 3072, "num_hidden_layers": 28,
            "num_attention_heads": 16, "vocab_size": 151936
            """;
    private static final String TOKENS =
            """
            {"audio_token": {"content": "<sound>"}, "added_tokens_decoder": {
              "1": {"content": "<|audio_start|>"}, "2": {"content": "<|audio_end|>"},
              "3": {"content": "<sound>"}, "4": {"content": "<timestamp>"},
              "5": {"content": "<|im_end|>"}}}
            """;

    @TempDir private Path folder;

    /// Reads a config with these additions to the text part and to the top.
    private static ModelConfig read(String text, String top) throws IOException {
        String json =
                "{%s \"thinker_config\": {\"audio_config\": {%s}, \"text_config\": {%s %s}}}"
                        .formatted(top, AUDIO, text, TEXT);
        return ConfigReader.read(
                JsonObject.parse("config.json", json.getBytes(StandardCharsets.UTF_8)),
                SpecialTokens.parse(
                        JsonObject.parse(
                                "tokenizer_config.json", TOKENS.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void whatTheFileLeavesOutIsAsInTheOfficialClass() throws IOException {
        ModelConfig config = read("", "");
        assertThat(config.encoder())
                .isEqualTo(new ModelConfig.Encoder(896, 18, 14, 3584, 1024, 128, 480, 50, 800));
        assertThat(config.decoder())
                .isEqualTo(
                        new ModelConfig.Decoder(
                                1024, 3072, 28, 16, 16, 64, 151_936, 1e-6f, 5e6, 128_000, false));
        assertThat(config.languages()).isEmpty();
        assertThat(config.aligner()).isNull();
        assertThat(config.headRows()).isEqualTo(151_936);
    }

    @Test
    void idsTheConfigLeavesOutComeFromTheTokenizer() throws IOException {
        ModelConfig config = read("", "\"audio_end_token_id\": 77,");
        assertThat(config.audioStartId()).isEqualTo(1);
        assertThat(config.audioEndId()).isEqualTo(77);
        assertThat(config.audioTokenId()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"rope_theta\": 1000000,                                   | 1e6",
                "\"rope_parameters\": {\"rope_theta\": 2e6},                | 2e6",
                "\"rope_theta\": 1e4, \"rope_scaling\": {\"type\": \"default\"}, | 1e4",
                "\"rope_theta\": 1e4, \"rope_scaling\": null,               | 1e4",
                "\"rope_scaling\": {\"rope_type\": \"mrope\"},              | 5e6"
            })
    void theRotaryBaseIsFoundInOldAndNewPlaces(String text, double theta) throws IOException {
        assertThat(read(text, "").decoder().ropeTheta()).isEqualTo(theta);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"tie_word_embeddings\": true,  |                                | true",
                "                                | \"tie_word_embeddings\": true, | true",
                "\"tie_word_embeddings\": false, | \"tie_word_embeddings\": true, | false",
                "\"tie_word_embeddings\": true,  | \"classify_num\": 5000,        | false"
            })
    void tyingIsDecidedByTheInnermostLevelUnlessTheHeadIsAnAligners(
            String text, String top, boolean tied) throws IOException {
        ModelConfig config = read(text == null ? "" : text, top == null ? "" : top);
        assertThat(config.decoder().tied()).isEqualTo(tied);
    }

    @Test
    void anAlignerHasItsNumbersAtAnyLevel() throws IOException {
        ModelConfig config = read("\"classify_num\": 5000,", "\"timestamp_segment_time\": 40,");
        assertThat(config.aligner()).isEqualTo(new ModelConfig.Aligner(5000, 4, 40));
        assertThat(config.headRows()).isEqualTo(5000);
    }

    @ParameterizedTest
    @EnumSource
    void everyLayoutSaysTheSame(TinyCheckpoint.Layout layout) throws IOException {
        TinyCheckpoint.builder().layout(layout).write(folder);
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            TinyTokenizer tokenizer = new TinyTokenizer();
            ModelConfig config = checkpoint.config();
            assertThat(config.encoder())
                    .isEqualTo(new ModelConfig.Encoder(32, 2, 2, 64, 48, 128, 8, 50, 800));
            assertThat(config.decoder().kvHeads()).isEqualTo(2);
            assertThat(config.decoder().headDim()).isEqualTo(16);
            assertThat(config.decoder().vocabSize()).isGreaterThanOrEqualTo(tokenizer.size());
            assertThat(config.audioTokenId()).isEqualTo(tokenizer.id("<|audio_pad|>"));
            assertThat(config.languages()).containsExactly("English", "German");
        }
    }

    @Test
    void idsAreTheSameFromEitherFile() throws IOException {
        TinyCheckpoint.builder().withoutIds().write(folder);
        TinyTokenizer tokenizer = new TinyTokenizer();
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            assertThat(checkpoint.config().audioStartId())
                    .isEqualTo(tokenizer.id("<|audio_start|>"));
            assertThat(checkpoint.config().audioEndId()).isEqualTo(tokenizer.id("<|audio_end|>"));
        }
        Files.writeString(folder.resolve("tokenizer_config.json"), "{}");
        assertThatThrownBy(() -> Checkpoint.open(folder))
                .hasMessageContaining("tokenizer_config.json: expected <|audio_start|>");
    }

    /// From the facts about the published models: 13 tokens a second, 104 in a window.
    @ParameterizedTest
    @CsvSource({
        "0, 0", "1, 1", "8, 1", "9, 2", "16, 2", "17, 3", "96, 12", "97, 13", "100, 13", "128, 16"
    })
    void tokensOfAChunk(int frames, int tokens) {
        assertThat(ModelConfig.Encoder.tokensOf(frames)).isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource({"800, 104", "150, 13", "199, 13", "200, 26", "100, 13"})
    void anAttentionWindowHasWholeChunks(int frames, int tokens) {
        var encoder = new ModelConfig.Encoder(896, 18, 14, 3584, 1024, 128, 480, 50, frames);
        assertThat(encoder.chunkFrames()).isEqualTo(100);
        assertThat(encoder.tokensPerChunk()).isEqualTo(13);
        assertThat(encoder.tokensPerWindow()).isEqualTo(tokens);
        assertThat(encoder.headDim()).isEqualTo(64);
        assertThat(encoder.stemWidth()).isEqualTo(7680);
    }
}
