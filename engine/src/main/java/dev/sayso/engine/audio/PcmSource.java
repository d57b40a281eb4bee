package dev.sayso.engine.audio;

import java.util.Objects;

/// A sound that is there at once.
final class PcmSource implements AudioSource {

    private final Pcm sound;
    private int position;

    PcmSource(Pcm sound) {
        this.sound = sound;
    }

    @Override
    public int read(float[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        int count = Math.min(length, sound.length() - position);
        if (count == 0 && length > 0) {
            return -1;
        }
        sound.slice(position, position + count).copyTo(into, offset);
        position += count;
        return count;
    }
}
