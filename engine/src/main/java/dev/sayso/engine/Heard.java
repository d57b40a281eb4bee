package dev.sayso.engine;

import dev.sayso.engine.text.AsrOutput;

/// What the model made of one stretch.
///
/// @param output language and text
/// @param textTokens tokens decoded, the header and the stop token not counted
/// @param ending why decoding ended
record Heard(AsrOutput output, int textTokens, Ending ending) {

    /// Why decoding ended.
    enum Ending {
        /// The model said so.
        STOP,
        /// It had fallen into a loop, which was cut.
        LOOP,
        /// It had written more than the sound can hold.
        LIMIT
    }

    String text() {
        return output.text();
    }
}
