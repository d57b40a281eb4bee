package dev.sayso.engine.checkpoint;

import java.io.IOException;

/// Reads the lines of `merges.txt`.
final class MergeLine {

    private final VocabularyFile file;
    private final TokenTable tokens;
    private final ByteAlphabet alphabet = new ByteAlphabet();
    private final byte[] bytes = new byte[2 * TokenReader.LONGEST];

    MergeLine(VocabularyFile file, TokenTable tokens) {
        this.file = file;
        this.tokens = tokens;
    }

    /// Adds the merge that stands between two places of the file.
    void add(int from, int to, int number, MergeTable merges) throws IOException {
        int space = file.text().indexOf(' ', from);
        if (space < 0 || space >= to || to - from > bytes.length) {
            throw wrong("two tokens with a space between", from, to, number);
        }
        // the two parts lie side by side, so the whole is there without being copied
        int middle = alphabet.decode(file.text(), from, space, bytes, 0);
        int end = middle < 0 ? -1 : alphabet.decode(file.text(), space + 1, to, bytes, middle);
        if (end < 0) {
            throw wrong("characters of the byte alphabet", from, to, number);
        }
        int left = tokens.find(bytes, 0, middle);
        int right = tokens.find(bytes, middle, end);
        int joined = tokens.find(bytes, 0, end);
        if (left < 0 || right < 0 || joined < 0) {
            throw wrong("two tokens of vocab.json that make a third", from, to, number);
        }
        if (!merges.add(left, right, joined)) {
            throw wrong("each merge once", from, to, number);
        }
    }

    private IOException wrong(String expected, int from, int to, int number) {
        String line = VocabularyFile.quote(file.text().substring(from, to));
        return file.wrong(expected, line + " in line " + number);
    }
}
