package dev.sayso.engine.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// A vocabulary of all 256 bytes, the few words a prompt and an answer need, and the special
// tokens.
final class TinyTokenizer {

    private static final List<String> WORDS =
            List.of("system", "user", "assistant", "language", "ĠEnglish", "ĠNone");

    /// The special tokens; those with angle brackets and bars are "special", the others ordinary.
    static final List<String> SPECIAL =
            List.of(
                    "<|endoftext|>",
                    "<|im_start|>",
                    "<|im_end|>",
                    "<|audio_start|>",
                    "<|audio_end|>",
                    "<|audio_pad|>",
                    "<asr_text>",
                    "<timestamp>");

    private final List<String> tokens = new ArrayList<>();
    private final List<String> merges = new ArrayList<>();

    TinyTokenizer() {
        for (int b = 0; b < 256; b++) {
            tokens.add(letter(b));
        }
        for (String word : WORDS) {
            for (int end = 2; end <= word.length(); end++) {
                tokens.add(word.substring(0, end));
                merges.add(word.substring(0, end - 1) + " " + word.charAt(end - 1));
            }
        }
    }

    /// The printable letter that stands for a byte in GPT-2's scheme: printable ones for
    /// themselves, the others U+0100 onwards in order.
    private static String letter(int b) {
        int others = 0;
        for (int i = 0; i <= b; i++) {
            boolean printable =
                    (i >= '!' && i <= '~') || (i >= 0xA1 && i <= 0xAC) || (i >= 0xAE && i <= 0xFF);
            if (i == b && printable) {
                return String.valueOf((char) b);
            }
            others += printable ? 0 : 1;
        }
        return String.valueOf((char) (0x100 + others - 1));
    }

    /// The id of a token.
    int id(String token) {
        int special = SPECIAL.indexOf(token);
        int id = special >= 0 ? tokens.size() + special : tokens.indexOf(token);
        if (id < 0) {
            throw new IllegalArgumentException(token);
        }
        return id;
    }

    /// Number of tokens, the special ones included.
    int size() {
        return tokens.size() + SPECIAL.size();
    }

    void write(Path folder, JsonMapper json) throws IOException {
        Map<String, Integer> vocabulary = new LinkedHashMap<>();
        for (String token : tokens) {
            vocabulary.put(token, vocabulary.size());
        }
        Files.writeString(folder.resolve("vocab.json"), json.writeValueAsString(vocabulary));
        Files.writeString(
                folder.resolve("merges.txt"), "#version: 0.2\n" + String.join("\n", merges) + "\n");
        Map<String, Object> added = new LinkedHashMap<>();
        for (String token : SPECIAL) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("content", token);
            for (String key : List.of("lstrip", "normalized", "rstrip", "single_word")) {
                entry.put(key, false);
            }
            entry.put("special", token.startsWith("<|"));
            added.put(String.valueOf(id(token)), entry);
        }
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("added_tokens_decoder", added);
        config.put("audio_bos_token", "<|audio_start|>");
        config.put("audio_eos_token", "<|audio_end|>");
        config.put("audio_token", "<|audio_pad|>");
        config.put("eos_token", "<|im_end|>");
        config.put("pad_token", "<|endoftext|>");
        config.put("tokenizer_class", "Qwen2Tokenizer");
        Files.writeString(folder.resolve("tokenizer_config.json"), json.writeValueAsString(config));
    }
}
