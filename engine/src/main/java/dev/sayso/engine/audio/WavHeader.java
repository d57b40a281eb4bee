package dev.sayso.engine.audio;

import java.io.IOException;
import java.io.PushbackInputStream;

/// What stands before a WAV file's samples: everything up to the first byte of the `data` chunk.
///
/// @param format how the samples lie in the bytes
/// @param dataBytes bytes of samples announced, or [#UNKNOWN]
record WavHeader(SampleFormat format, long dataBytes) {

    /// Samples go on until the file ends.
    static final long UNKNOWN = -1;

    /// Reads up to the first sample.
    ///
    /// @param in with room to push [WavChunks#PUSHBACK] bytes back
    /// @throws IOException when this is not a WAV file, or not one that the engine can read
    static WavHeader read(PushbackInputStream in, String name) throws IOException {
        return new WavChunks(in, name).header();
    }
}
