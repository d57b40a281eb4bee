package dev.sayso.engine.audio;

import java.io.IOException;

/// Sound that arrives over time: a microphone, standard input, a file.
public interface AudioSource {

    /// Reads mono 16 kHz samples, waiting until at least one is there.
    ///
    /// @return how many were written from `offset` on, at most `length`; -1 at the end
    /// @throws IOException when the source breaks; what was read before stays valid
    int read(float[] into, int offset, int length) throws IOException;
}
