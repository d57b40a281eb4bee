package dev.sayso.engine.checkpoint;

import java.io.IOException;
import java.util.Arrays;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads `vocab.json`: an object from tokens (in the byte alphabet) to ids 0, 1, 2, … in any order.
final class TokenReader {

    /// Bytes a token may have; Qwen's longest has 128.
    static final int LONGEST = 4096;

    private final VocabularyFile file;
    private final long seed;
    private final ByteAlphabet alphabet = new ByteAlphabet();
    private byte[] pool = new byte[1 << 16];
    private int[] ids = new int[1 << 12];
    private int[] ends = new int[1 << 12];
    private int count;

    TokenReader(VocabularyFile file, long seed) {
        this.file = file;
        this.seed = seed;
    }

    TokenTable read() throws IOException {
        VocabularyJson.readTable(file, this::add);
        int[] startOf = new int[count];
        int[] endOf = new int[count];
        for (int i = 0; i < count; i++) {
            int id = ids[i];
            if (id >= count || endOf[id] != 0) {
                String found = (id >= count ? "id " : "twice the id ") + id;
                throw file.wrong("each id from 0 to " + (count - 1) + " once", found);
            }
            startOf[id] = i == 0 ? 0 : ends[i - 1];
            endOf[id] = ends[i];
        }
        TokenTable tokens = new TokenTable(pool, startOf, endOf, seed);
        for (int id = 0; id < count; id++) {
            int twin = tokens.enter(id);
            if (twin >= 0) {
                throw file.wrong("different tokens", "the same for ids " + twin + " and " + id);
            }
        }
        return tokens;
    }

    private void add(String token, JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
                || parser.getNumberType() != JsonParser.NumberType.INT
                || parser.getIntValue() < 0
                || parser.getIntValue() >= VocabularyReader.MOST_TOKENS) {
            throw file.wrong(
                    "an id from 0 to " + (VocabularyReader.MOST_TOKENS - 1),
                    VocabularyJson.shown(parser) + " for " + VocabularyFile.quote(token));
        }
        if (token.isEmpty() || token.length() > LONGEST) {
            throw file.wrong("tokens of 1 to " + LONGEST + " bytes", "one of " + token.length());
        }
        makeRoom(token.length());
        int start = count == 0 ? 0 : ends[count - 1];
        int end = alphabet.decode(token, 0, token.length(), pool, start);
        if (end < 0) {
            throw file.wrong("characters of the byte alphabet", VocabularyFile.quote(token));
        }
        ids[count] = parser.getIntValue();
        ends[count++] = end;
    }

    private void makeRoom(int length) {
        if (count == ids.length) {
            ids = Arrays.copyOf(ids, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        // the file's size bounds all three: a token of n bytes takes at least n + 4 there
        if (pool.length - (count == 0 ? 0 : ends[count - 1]) < length) {
            pool = Arrays.copyOf(pool, 2 * pool.length);
        }
    }
}
