package dev.sayso.engine.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Ids one by one to text that never ends inside a character.
///
/// A character may be spread over tokens; its bytes wait here until the last has come. Special
/// tokens are passed over, other added tokens give their names. Ids from [Tokenizer#size] on, which
/// a model with spare rows can choose, give nothing.
public final class Detokenizer {

    private final Tokenizer tokenizer;
    private final CharsetDecoder utf8 =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);

    /// The first bytes of a character, at most three.
    private byte[] incomplete = new byte[0];

    public Detokenizer(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /// Takes the next id.
    ///
    /// @return the text that is complete now and was not before; may be empty
    /// @throws IllegalArgumentException for a negative id
    public String accept(int id) {
        if (id < 0) {
            throw new IllegalArgumentException("token " + id);
        }
        if (id >= tokenizer.size() || tokenizer.isSpecial(id)) {
            return "";
        }
        return decode(tokenizer.bytes(id), false);
    }

    /// Ends the text: what is left of a character becomes U+FFFD. The next id begins a new text.
    public String finish() {
        return decode(new byte[0], true);
    }

    private String decode(byte[] bytes, boolean last) {
        ByteBuffer in = ByteBuffer.allocate(incomplete.length + bytes.length);
        in.put(incomplete).put(bytes).flip();
        // no byte gives more than one char, and the replacement is one char
        CharBuffer out = CharBuffer.allocate(in.remaining());
        utf8.reset();
        utf8.decode(in, out, last);
        incomplete = new byte[in.remaining()];
        in.get(incomplete);
        return out.flip().toString();
    }
}
