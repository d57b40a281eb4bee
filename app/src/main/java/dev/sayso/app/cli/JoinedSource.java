package dev.sayso.app.cli;

import dev.sayso.engine.audio.AudioSource;
import dev.sayso.engine.audio.Pcm;
import java.util.List;

/// Recordings one after the other, all of them several times.
final class JoinedSource implements AudioSource {

    private final List<Pcm> sounds;
    private final int times;
    private int next;
    private int position;

    JoinedSource(List<Pcm> sounds, int times) {
        this.sounds = List.copyOf(sounds);
        this.times = times;
    }

    @Override
    public int read(float[] into, int offset, int length) {
        while (next < (long) times * sounds.size()) {
            Pcm sound = sounds.get(next % sounds.size());
            int count = Math.min(length, sound.length() - position);
            if (count > 0 || length == 0) {
                sound.slice(position, position + count).copyTo(into, offset);
                position += count;
                return count;
            }
            next++;
            position = 0;
        }
        return -1;
    }
}
