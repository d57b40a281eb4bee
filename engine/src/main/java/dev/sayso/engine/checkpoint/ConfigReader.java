package dev.sayso.engine.checkpoint;

import dev.sayso.engine.checkpoint.ModelConfig.Aligner;
import dev.sayso.engine.checkpoint.ModelConfig.Decoder;
import dev.sayso.engine.checkpoint.ModelConfig.Encoder;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads a [ModelConfig] out of `config.json`.
///
/// The published files nest `audio_config` and `text_config` in `thinker_config`. Converters write
/// them at the top, or all keys into one object; each of these levels may be left out.
///
/// Defaults are those of the official configuration class
/// (QwenLM/Qwen3-ASR, `configuration_qwen3_asr.py`), but for sizes, which must be there.
final class ConfigReader {

    // Bounds: ten times and more above what is published, and such that the products of two which
    // the engine forms (heads × head size, channels × rows) fit into an int.
    private static final int MOST_WIDTH = 1 << 16;
    private static final int MOST_LAYERS = 1_000;
    private static final int MOST_HEADS = 1_024;
    private static final int MOST_TOKENS = 10_000_000;
    private static final int MOST_FRAMES = 1_000_000;
    private static final int MOST_POSITIONS = 100_000_000;

    private final List<JsonObject> levels;
    private final JsonObject audio;
    private final JsonObject text;
    private final SpecialTokens special;

    private ConfigReader(JsonObject top, SpecialTokens special) throws IOException {
        JsonObject thinker = Objects.requireNonNullElse(top.child("thinker_config"), top);
        this.audio = Objects.requireNonNullElse(thinker.child("audio_config"), thinker);
        this.text = Objects.requireNonNullElse(thinker.child("text_config"), thinker);
        this.levels = List.of(text, thinker, top);
        this.special = special;
    }

    /// @param special where ids are looked up that the file does not give
    /// @throws IOException naming the key, what was expected and what was found
    static ModelConfig read(JsonObject top, SpecialTokens special) throws IOException {
        return new ConfigReader(top, special).read();
    }

    private ModelConfig read() throws IOException {
        Encoder encoder = encoder();
        int vocabulary = text.integer("vocab_size", 1, MOST_TOKENS);
        Aligner aligner = aligner(vocabulary);
        Decoder decoder = decoder(vocabulary, aligner != null);
        if (encoder.outputDim() != decoder.hiddenSize()) {
            throw audio.wrong(
                    "output_dim",
                    "the decoder's hidden_size (" + decoder.hiddenSize() + ")",
                    "" + encoder.outputDim());
        }
        return new ModelConfig(
                encoder,
                decoder,
                id("audio_start_token_id", "audio_bos_token", "<|audio_start|>", vocabulary),
                id("audio_end_token_id", "audio_eos_token", "<|audio_end|>", vocabulary),
                id("audio_token_id", "audio_token", "<|audio_pad|>", vocabulary),
                level("support_languages").texts("support_languages"),
                aligner);
    }

    private Encoder encoder() throws IOException {
        requireText(audio, "activation_function", "gelu");
        int width = audio.integer("d_model", 4, MOST_WIDTH);
        int heads = audio.integer("encoder_attention_heads", 1, MOST_HEADS);
        requireMultiple(audio, "d_model", width, "encoder_attention_heads", heads);
        // half of the position's values are sines, half cosines
        requireMultiple(audio, "d_model", width, "sine and cosine", 2);
        int half = audio.integer("n_window", 1, MOST_FRAMES / 2);
        return new Encoder(
                width,
                audio.integer("encoder_layers", 1, MOST_LAYERS),
                heads,
                audio.integer("encoder_ffn_dim", 1, 4 * MOST_WIDTH),
                audio.integer("output_dim", 1, MOST_WIDTH),
                audio.integer("num_mel_bins", 1, 1024),
                audio.integer("downsample_hidden_size", 1, MOST_WIDTH / 8),
                half,
                audio.integer("n_window_infer", 2 * half, MOST_FRAMES));
    }

    private Decoder decoder(int vocabulary, boolean ownHead) throws IOException {
        requireText(text, "hidden_act", "silu");
        if (text.flag("attention_bias", false)) {
            throw text.wrong("attention_bias", "false", "true");
        }
        int width = text.integer("hidden_size", 1, MOST_WIDTH);
        int heads = text.integer("num_attention_heads", 1, MOST_HEADS);
        int kvHeads = text.integer("num_key_value_heads", 1, MOST_HEADS, heads);
        requireMultiple(text, "num_attention_heads", heads, "num_key_value_heads", kvHeads);
        if (!text.has("head_dim")) {
            requireMultiple(text, "hidden_size", width, "num_attention_heads", heads);
        }
        int headDim = text.integer("head_dim", 2, 4096, width / heads);
        // rotary positions turn pairs
        requireMultiple(text, "head_dim", headDim, "a pair", 2);
        return new Decoder(
                width,
                text.integer("intermediate_size", 1, 8 * MOST_WIDTH),
                text.integer("num_hidden_layers", 1, MOST_LAYERS),
                heads,
                kvHeads,
                headDim,
                vocabulary,
                (float) text.number("rms_norm_eps", 1e-12, 0.1, 1e-6),
                ropeTheta(),
                text.integer("max_position_embeddings", 1, MOST_POSITIONS, 128_000),
                // an aligner's head has other rows than the embeddings, whatever the flag says
                !ownHead && level("tie_word_embeddings").flag("tie_word_embeddings", false));
    }

    /// The base of the rotary positions; newer transformers write it into `rope_parameters`.
    ///
    /// The three position streams of "mrope" are the same for audio and text, so that it is plain
    /// rotation; anything that stretches positions is refused rather than ignored.
    private double ropeTheta() throws IOException {
        double theta = text.number("rope_theta", 1, 1e15, 5_000_000);
        for (String key : List.of("rope_scaling", "rope_parameters")) {
            JsonObject rope = text.child(key);
            if (rope == null) {
                continue;
            }
            for (String type : List.of("rope_type", "type")) {
                String found = rope.text(type);
                if (found != null && !found.equals("default") && !found.equals("mrope")) {
                    throw rope.wrong(type, "\"default\"", Quoted.text(found));
                }
            }
            theta = rope.number("rope_theta", 1, 1e15, theta);
        }
        return theta;
    }

    private @Nullable Aligner aligner(int vocabulary) throws IOException {
        JsonObject level = level("classify_num");
        if (!level.has("classify_num")) {
            return null;
        }
        return new Aligner(
                level.integer("classify_num", 1, MOST_TOKENS),
                id("timestamp_token_id", "timestamp_token", "<timestamp>", vocabulary),
                level("timestamp_segment_time").integer("timestamp_segment_time", 1, 60_000, 80));
    }

    private int id(String key, String tokenKey, String usual, int vocabulary) throws IOException {
        JsonObject level = level(key);
        int id =
                level.has(key)
                        ? level.integer(key, 0, vocabulary - 1)
                        : special.id(tokenKey, usual);
        if (id >= vocabulary) {
            throw level.wrong(key, "an id below vocab_size (" + vocabulary + ")", "" + id);
        }
        return id;
    }

    /// The innermost level that has a key; the top when none has.
    private JsonObject level(String key) {
        for (JsonObject level : levels) {
            if (level.has(key)) {
                return level;
            }
        }
        return levels.getLast();
    }

    private static void requireMultiple(
            JsonObject object, String key, int value, String divisorKey, int divisor)
            throws IOException {
        if (value % divisor != 0) {
            throw object.wrong(
                    key, "a multiple of " + divisor + " (" + divisorKey + ")", "" + value);
        }
    }

    private static void requireText(JsonObject object, String key, String only) throws IOException {
        String found = object.text(key);
        if (found != null && !found.equals(only)) {
            throw object.wrong(key, Quoted.text(only), Quoted.text(found));
        }
    }
}
