package dev.sayso.engine.audio;

import java.io.IOException;

/// Sound that arrives over time: a microphone, standard input, a file.
public interface AudioSource {

    /// Reads mono 16 kHz samples, waiting until at least one is there.
    ///
    /// @return how many were written from `offset` on, at most `length`; -1 at the end
    /// @throws IOException when the source breaks; what was read before stays valid
    /// @throws InterruptedException when the calling thread is interrupted while it waits
    int read(float[] into, int offset, int length) throws IOException, InterruptedException;

    /// Samples that are there already, as far as is known; a live source that has been left waiting
    /// has more of them.
    default int available() {
        return 0;
    }

    /// A sound that is there at once.
    static AudioSource of(Pcm sound) {
        return new PcmSource(sound);
    }

    /// A sound that comes as it was spoken: a sample can be read when its time has come.
    ///
    /// @param clock what tells the time, so that tests need not wait
    static AudioSource paced(AudioSource sound, SourceClock clock) {
        return new PacedSource(sound, clock);
    }
}
