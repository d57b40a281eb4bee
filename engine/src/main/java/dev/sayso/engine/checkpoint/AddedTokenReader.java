package dev.sayso.engine.checkpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads the table `added_tokens_decoder` of `tokenizer_config.json`: an object from ids to
/// `{"content": …, "special": …}`.
final class AddedTokenReader {

    private static final String TABLE = "added_tokens_decoder";

    private final VocabularyFile file;
    private final TokenTable tokens;
    private final TreeMap<Integer, String> contents = new TreeMap<>();
    private final BitSet special = new BitSet();
    private boolean found;

    AddedTokenReader(VocabularyFile file, TokenTable tokens) {
        this.file = file;
        this.tokens = tokens;
    }

    AddedTokens read() throws IOException {
        VocabularyJson.readObject(file, this::readSetting);
        if (!found) {
            throw file.wrong("a table " + TABLE, "none");
        }
        List<String> own = new ArrayList<>();
        Map<String, Integer> ids = new HashMap<>();
        for (Map.Entry<Integer, String> token : contents.entrySet()) {
            int id = token.getKey();
            String content = token.getValue();
            if (ids.put(content, id) != null) {
                throw file.wrong(
                        "different added tokens", "twice " + VocabularyFile.quote(content));
            }
            if (id >= tokens.size()) {
                int next = tokens.size() + own.size();
                if (id != next) {
                    throw file.wrong("ids without holes, the next being " + next, "id " + id);
                }
                own.add(content);
            } else if (!isOrdinary(id, content)) {
                throw file.wrong(
                        "added tokens after the last id of vocab.json, " + (tokens.size() - 1),
                        "id " + id + " for " + VocabularyFile.quote(content));
            }
        }
        return new AddedTokens(file, own, ids, special);
    }

    /// Whether `vocab.json` has the token as well, as some tools write it.
    private boolean isOrdinary(int id, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return tokens.find(bytes, 0, bytes.length) == id;
    }

    private void readSetting(String name, JsonParser parser) throws IOException {
        if (name.equals(TABLE)) {
            found = true;
            VocabularyJson.readEntries(file, TABLE + " to be an object", parser, this::readToken);
        } else {
            parser.skipChildren();
        }
    }

    private void readToken(String key, JsonParser parser) throws IOException {
        // seven digits at most, so that it fits an int
        if (!key.matches("0|[1-9][0-9]{0,6}")
                || Integer.parseInt(key) >= VocabularyReader.MOST_TOKENS) {
            throw file.wrong("an id as key in " + TABLE, VocabularyFile.quote(key));
        }
        Token token = new Token();
        VocabularyJson.readEntries(file, "an object for added token " + key, parser, token);
        if (token.content == null || token.content.isEmpty()) {
            throw file.wrong("a content for added token " + key, "none");
        }
        int id = Integer.parseInt(key);
        contents.put(id, token.content);
        special.set(id, token.special);
    }

    /// The fields of one added token that matter here.
    private final class Token implements VocabularyJson.Entry {

        private @Nullable String content;
        private boolean special;

        @Override
        public void read(String name, JsonParser parser) throws IOException {
            JsonToken value = parser.currentToken();
            if (name.equals("content")) {
                if (value != JsonToken.VALUE_STRING
                        || parser.getStringLength() > TokenReader.LONGEST) {
                    throw file.wrong("a short string as content", VocabularyJson.shown(parser));
                }
                content = parser.getString();
            } else if (name.equals("special")) {
                if (value != JsonToken.VALUE_TRUE && value != JsonToken.VALUE_FALSE) {
                    throw file.wrong("special to be true or false", VocabularyJson.shown(parser));
                }
                special = value == JsonToken.VALUE_TRUE;
            } else {
                parser.skipChildren();
            }
        }
    }
}
