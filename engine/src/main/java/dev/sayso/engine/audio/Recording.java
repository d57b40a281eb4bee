package dev.sayso.engine.audio;

import java.util.List;

/// A recording that has been read.
///
/// @param pcm its sound, at least one sample
/// @param sampleRate samples a second of the source, before it was brought to 16 kHz
/// @param channels channels of the source, before they were averaged
/// @param warnings what was odd, one sentence each that names the source; mostly empty
public record Recording(Pcm pcm, int sampleRate, int channels, List<String> warnings) {

    public Recording {
        warnings = List.copyOf(warnings);
    }
}
