package dev.sayso.engine.checkpoint;

import java.io.IOException;
import java.util.SplittableRandom;

/// Puts a [Vocabulary] together from its three files.
final class VocabularyReader {

    /// Ids a vocabulary may have; Qwen's has 151,705.
    static final int MOST_TOKENS = 1 << 20;

    private VocabularyReader() {}

    static VocabularyTables tables(VocabularyFile vocab, VocabularyFile merges) throws IOException {
        long seed = new SplittableRandom().nextLong();
        TokenTable tokens = new TokenReader(vocab, seed).read();
        requireBytes(vocab, tokens);
        return new VocabularyTables(tokens, merges(merges, tokens, seed));
    }

    private static void requireBytes(VocabularyFile vocab, TokenTable tokens) throws IOException {
        int[] ids = tokens.byteTokens();
        for (int value = 0; value < ids.length; value++) {
            if (ids[value] < 0) {
                throw vocab.wrong("a token for each byte", "none for byte " + value);
            }
        }
    }

    /// Reads `merges.txt`: after a line `#version: …` one merge a line, two tokens with a space
    /// between, the first merge the most urgent.
    private static MergeTable merges(VocabularyFile file, TokenTable tokens, long seed)
            throws IOException {
        String text = file.text();
        int lines = lines(text);
        if (lines > MOST_TOKENS) {
            throw file.wrong("at most " + MOST_TOKENS + " lines", lines + " lines");
        }
        MergeTable merges = new MergeTable(lines, seed);
        MergeLine line = new MergeLine(file, tokens);
        int number = 1;
        for (int from = 0; from < text.length(); number++) {
            int next = text.indexOf('\n', from);
            int end = next < 0 ? text.length() : next;
            int bare = end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
            boolean header = number == 1 && text.startsWith("#version", from);
            if (bare > from && !header) {
                line.add(from, bare, number, merges);
            }
            from = end + 1;
        }
        return merges;
    }

    private static int lines(String text) {
        int lines = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            lines++;
        }
        return lines;
    }
}
