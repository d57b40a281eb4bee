package dev.sayso.engine.checkpoint;

import static dev.sayso.engine.checkpoint.BadFolder.bad;
import static dev.sayso.engine.checkpoint.FolderEdit.cut;
import static dev.sayso.engine.checkpoint.FolderEdit.delete;
import static dev.sayso.engine.checkpoint.FolderEdit.file;
import static dev.sayso.engine.checkpoint.FolderEdit.folder;
import static dev.sayso.engine.checkpoint.FolderEdit.replace;

import java.util.List;

/// Folders whose JSON files are wrong.
final class BadConfigs {

    private static final String CONFIG = "config.json";
    private static final String TOKENIZER = "tokenizer_config.json";

    private BadConfigs() {}

    static final List<BadFolder> CONFIGS =
            List.of(
                    bad(
                            "no config",
                            delete(CONFIG),
                            CONFIG,
                            "expected a file, found nothing there"),
                    bad("empty", file(CONFIG, ""), CONFIG, "expected a JSON object, found nothing"),
                    bad("not JSON", file(CONFIG, "d_model: 3"), CONFIG, "expected JSON"),
                    bad(
                            "a list",
                            file(CONFIG, "[]"),
                            CONFIG,
                            "expected a JSON object, found a list"),
                    bad("cut", cut(CONFIG, 300), CONFIG, "expected JSON"),
                    bad("text after the end", file(CONFIG, "{} x"), CONFIG, "expected JSON"),
                    bad("a folder", folder(CONFIG), CONFIG, "found a folder"),
                    bad("11 MB", file(CONFIG, " ".repeat(11_000_000)), CONFIG, "at most"),
                    bad("nested deep", file(CONFIG, "{\"a\":".repeat(100_000)), CONFIG, "depth"),
                    bad("duplicate key", file(CONFIG, "{\"a\":1,\"a\":2}"), CONFIG, "Duplicate"),
                    bad("Git LFS pointer", file(CONFIG, "version https://git-lfs"), CONFIG, "LFS"),
                    bad(
                            "empty object",
                            file(CONFIG, "{}"),
                            CONFIG,
                            "d_model: expected a whole number"),
                    config("audio_config.d_model", "null", "found nothing"),
                    config("audio_config.d_model", "-32", "from 4 to 65536, found -32"),
                    config("audio_config.d_model", "0", "found 0"),
                    config("audio_config.d_model", "\"32\"", "found \"32\""),
                    config("audio_config.d_model", "32.5", "found 32.5"),
                    config("audio_config.d_model", "1e3", "found 1"),
                    config("audio_config.d_model", "4294967328", "found 4294967328"),
                    config("audio_config.d_model", "33", "a multiple of 2 (encoder_attention"),
                    config("audio_config.encoder_layers", "[2]", "found a list"),
                    config("audio_config.encoder_layers", "1000000", "found 1000000"),
                    config("audio_config.output_dim", "64", "hidden_size (48), found 64"),
                    config("audio_config.n_window", "0", "found 0"),
                    config("audio_config.n_window_infer", "50", "from 100 to"),
                    config(
                            "audio_config.activation_function",
                            "\"relu\"",
                            "\"gelu\", found \"relu\""),
                    config(
                            "text_config.num_key_value_heads",
                            "3",
                            "num_attention_heads: expected a multiple of 3"),
                    config("text_config.head_dim", "15", "a multiple of 2 (a pair)"),
                    config("text_config.rms_norm_eps", "0", "found 0"),
                    config("text_config.rope_theta", "1e999", "from 1.0 to"),
                    config("text_config.rope_theta", "NaN", "expected JSON"),
                    config("text_config.rope_theta", "\"x\"", "expected a number"),
                    config("text_config.tie_word_embeddings", "1", "true or false"),
                    config("text_config.hidden_act", "\"gelu\"", "\"silu\""),
                    config("thinker_config.audio_token_id", "100000", "found 100000"),
                    config("thinker_config.audio_token_id", "-1", "found -1"),
                    bad(
                            "thinker a list",
                            file(CONFIG, "{\"thinker_config\":[]}"),
                            CONFIG,
                            "an object"),
                    bad(
                            "languages",
                            replace(CONFIG, "\"English\"", "5"),
                            CONFIG,
                            "support_languages[0]"),
                    bad(
                            "stretched positions",
                            replace(
                                    CONFIG,
                                    "\"rope_theta\"",
                                    "\"rope_scaling\":{\"type\":\"yarn\"},\"rope_theta\""),
                            CONFIG,
                            "text_config.rope_scaling.type: expected \"default\", found \"yarn\""),
                    bad(
                            "escape sequences",
                            replace(CONFIG, "\"gelu\"", "\"\\\\u001b[2J\""),
                            CONFIG,
                            "\"?[2J\""));

    /// Another value for one key of the config.
    private static BadFolder config(String path, String value, String cause) {
        String key = path.substring(path.lastIndexOf('.') + 1);
        String regex = "\"" + key + "\" : [^,\\s}]+";
        return bad(
                path + " = " + value,
                replace(CONFIG, regex, "\"" + key + "\" : " + value),
                CONFIG,
                cause);
    }

    static final List<BadFolder> OTHER_FILES =
            List.of(
                    bad(
                            "stop token too high",
                            file("generation_config.json", "{\"eos_token_id\":99999}"),
                            "generation_config.json",
                            "found 99999"),
                    bad(
                            "stop token a text",
                            file("generation_config.json", "{\"eos_token_id\":[1,\"2\"]}"),
                            "generation_config.json",
                            "eos_token_id[1]: expected a whole number"),
                    bad(
                            "generation config broken",
                            file("generation_config.json", "{"),
                            "generation_config.json",
                            "expected JSON"),
                    bad(
                            "no stop token anywhere",
                            both(file("generation_config.json", "{}"), delete(TOKENIZER)),
                            TOKENIZER,
                            "found no such file"),
                    bad(
                            "end token without id",
                            both(
                                    file("generation_config.json", "{}"),
                                    file(TOKENIZER, "{\"eos_token\":\"<end>\"}")),
                            TOKENIZER,
                            "expected <end> (eos_token) in added_tokens_decoder"),
                    bad(
                            "added token's id no number",
                            file(
                                    TOKENIZER,
                                    "{\"added_tokens_decoder\":{\"x\":{\"content\":\"a\"}}}"),
                            TOKENIZER,
                            "added_tokens_decoder.x"),
                    bad(
                            "added token without content",
                            file(TOKENIZER, "{\"added_tokens_decoder\":{\"1\":{}}}"),
                            TOKENIZER,
                            "added_tokens_decoder.1"),
                    bad(
                            "no audio token anywhere",
                            both(
                                    replace(CONFIG, "\"audio_token_id\" : \\d+", "\"x\" : 1"),
                                    file(TOKENIZER, "{}")),
                            TOKENIZER,
                            "expected <|audio_pad|> (audio_token)"));

    private static FolderEdit both(FolderEdit first, FolderEdit second) {
        return folder -> {
            first.apply(folder);
            second.apply(folder);
        };
    }
}
