package dev.sayso.engine.encoder;

import dev.sayso.engine.kernel.Matrix;

/// What the decoder reads in place of the audio tokens of its prompt.
///
/// @param rows `[tokens, hidden]`, 13 tokens a second. Equal only to itself.
public record AudioEmbeddings(Matrix rows) {

    /// Number of audio tokens.
    public int tokens() {
        return rows.rows();
    }
}
