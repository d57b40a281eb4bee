package dev.sayso.engine.text;

import dev.sayso.engine.checkpoint.Vocabulary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Text to token ids and back: Qwen2's byte-level byte pair encoding.
///
/// Encoding: compose (NFC), cut into pieces ([Words]), merge the bytes of each piece ([Merger]).
/// Immutable; make one for a model and keep it.
public final class Tokenizer {

    private final Vocabulary vocabulary;

    private Tokenizer(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// @throws IOException when the vocabulary lacks a token that prompts or answers need
    public static Tokenizer of(Vocabulary vocabulary) throws IOException {
        for (String content : Markup.NEEDED) {
            vocabulary.required(content);
        }
        return new Tokenizer(vocabulary);
    }

    /// The ids of plain text. Names of added tokens have no meaning in it: `<|im_end|>` becomes the
    /// ten characters, never the token, so no text can end its own turn.
    public int[] encode(String text) {
        Ids ids = new Ids();
        encode(text, ids);
        return ids.toArray();
    }

    /// The ids of text of our own, in which names of added tokens stand for the tokens.
    int[] encodeMarkup(String text) {
        Ids ids = new Ids();
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            String name = addedTokenAt(text, at);
            if (!name.isEmpty()) {
                encode(text.substring(from, at), ids);
                ids.add(special(name));
                from = at + name.length();
                at = from - 1;
            }
        }
        encode(text.substring(from), ids);
        return ids.toArray();
    }

    private String addedTokenAt(String text, int at) {
        String longest = "";
        for (String name : vocabulary.added().keySet()) {
            if (name.length() > longest.length() && text.startsWith(name, at)) {
                longest = name;
            }
        }
        return longest;
    }

    private void encode(String text, Ids into) {
        String normal = Normal.form(text);
        for (int from = 0; from < normal.length(); ) {
            int end = Words.end(normal, from);
            byte[] piece = normal.substring(from, end).getBytes(StandardCharsets.UTF_8);
            Merger.encode(vocabulary, piece, into);
            from = end;
        }
    }

    /// The text of ids, added tokens by their names. Bytes that make no character become U+FFFD.
    ///
    /// @throws IllegalArgumentException for an id without token
    public String decode(int... ids) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4 * ids.length);
        for (int id : ids) {
            bytes.writeBytes(vocabulary.bytes(id));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /// The bytes a token stands for (of an added token its name), in a new array.
    ///
    /// @throws IllegalArgumentException for an id without token
    public byte[] bytes(int id) {
        return vocabulary.bytes(id);
    }

    /// The id of an added token, such as `<|im_end|>`.
    ///
    /// @throws IllegalArgumentException when there is none of this name
    public int special(String content) {
        Map<String, Integer> added = vocabulary.added();
        Integer id = added.get(content);
        if (id == null) {
            throw new IllegalArgumentException("no added token " + content);
        }
        return id;
    }

    /// Whether a token steers the model and is no part of any text; false for `<asr_text>`.
    public boolean isSpecial(int id) {
        return vocabulary.isSpecial(id);
    }

    /// Number of tokens, added ones included. A model's embedding table may have more rows.
    public int size() {
        return vocabulary.size();
    }
}
