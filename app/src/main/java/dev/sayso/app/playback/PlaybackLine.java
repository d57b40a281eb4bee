package dev.sayso.app.playback;

import dev.sayso.engine.audio.Pcm;

/// What a player needs of an open device. One thread uses it. All counts are samples at 16 kHz.
public interface PlaybackLine {

    /// How many samples it would take now without waiting.
    int room();

    /// Gives it samples, no more than there is [#room] for.
    void write(Pcm sound, int from, int count);

    /// How many of the samples written since it was opened have been heard. Those which were thrown
    /// away may count as heard or not, but always the same.
    long heard();

    /// Begins to sound.
    void start();

    /// Is silent at once, and throws away what it has not played.
    void stop();

    /// Gives the device back.
    void close();
}
