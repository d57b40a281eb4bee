package dev.sayso.engine.features;

import dev.sayso.engine.kernel.Matrix;

/// What the encoder reads: one row for each frame of 10 ms, one column for each mel filter.
///
/// @param frames `[frames, 128]`; the checkpoint's papers write it the other way round. Equal only
///     to itself.
public record MelSpectrogram(Matrix frames) {

    /// Number of frames.
    public int length() {
        return frames.rows();
    }
}
