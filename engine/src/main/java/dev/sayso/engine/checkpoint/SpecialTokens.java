package dev.sayso.engine.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The special tokens that `tokenizer_config.json` names, for ids that the other files don't give.
final class SpecialTokens {

    private static final int MOST_BYTES = 10_000_000;

    private final String file;
    private final @Nullable JsonObject config;
    private final Map<String, Integer> ids;

    private SpecialTokens(String file, @Nullable JsonObject config, Map<String, Integer> ids) {
        this.file = file;
        this.config = config;
        this.ids = ids;
    }

    /// Reads the file. One that isn't there is an error only when somebody asks for a token.
    static SpecialTokens read(Path file) throws IOException {
        return ModelFile.exists(file)
                ? parse(JsonObject.read(file, MOST_BYTES))
                : new SpecialTokens(file.toString(), null, Map.of());
    }

    static SpecialTokens parse(JsonObject config) throws IOException {
        Map<String, Integer> ids = new HashMap<>();
        JsonObject table = config.child("added_tokens_decoder");
        if (table != null) {
            for (String id : table.keys()) {
                JsonObject token = table.child(id);
                String content = token == null ? null : token.text("content");
                if (!id.matches("[0-9]{1,9}") || content == null) {
                    throw table.wrong(
                            Quoted.plain(id), "an id and a token with content", "something else");
                }
                ids.put(content, Integer.valueOf(id));
            }
        }
        return new SpecialTokens(config.file(), config, ids);
    }

    /// The id of a token.
    ///
    /// @param key where the file may name the token, such as `audio_token`
    /// @param usual its usual content, should the file not name it
    /// @throws IOException when the token has no id
    int id(String key, String usual) throws IOException {
        String content = content(key);
        Integer id = ids.get(content == null ? usual : content);
        if (id == null) {
            throw new IOException(
                    file
                            + ": expected "
                            + Quoted.plain(content == null ? usual : content)
                            + " ("
                            + key
                            + ") in added_tokens_decoder, found "
                            + (config == null ? "no such file" : "no such token"));
        }
        return id;
    }

    /// The ids of those tokens after which a model says nothing more.
    Set<Integer> stops() throws IOException {
        Set<Integer> stops = new LinkedHashSet<>();
        stops.add(id("eos_token", "<|im_end|>"));
        String padding = content("pad_token");
        Integer id = padding == null ? null : ids.get(padding);
        if (id != null) {
            stops.add(id);
        }
        return stops;
    }

    /// A token's content under a key, which older tokenizers wrap in an object.
    private @Nullable String content(String key) throws IOException {
        if (config == null || !config.has(key)) {
            return null;
        }
        return config.isObject(key) ? wrapped(config.child(key)) : config.text(key);
    }

    private static @Nullable String wrapped(@Nullable JsonObject token) throws IOException {
        return token == null ? null : token.text("content");
    }
}
