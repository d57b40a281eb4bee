package dev.sayso.engine;

import dev.sayso.engine.audio.Pcm;
import java.time.Duration;

/// A piece of a recording that is decoded on its own.
///
/// @param audio its sound
/// @param start where it begins in the recording
/// @param end where it ends there
record Stretch(Pcm audio, Duration start, Duration end) {}
