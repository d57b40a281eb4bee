package dev.sayso.app.files;

import dev.sayso.app.media.MediaSound;
import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.audio.QuietPlaces;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Cuts a sound into portions of some minutes, at quiet places, while it is decoded: a recording of
/// a day needs no more memory than one of a quarter of an hour. The first one is short, so that
/// text comes soon.
final class Portions {

    /// A piece of the sound.
    ///
    /// @param start its first sample's place in the whole
    record Portion(long start, Pcm sound) {}

    private static final Duration FIRST = Duration.ofSeconds(60);
    private static final Duration LATER = Duration.ofMinutes(5);
    private static final Duration SEARCH = Duration.ofSeconds(5);

    private final MediaSound sound;
    private float[] kept = {};
    private long start;
    private boolean first = true;
    private boolean ended;

    /// @param start how much of it is not wanted any more
    Portions(MediaSound sound, long start) throws IOException, InterruptedException {
        this.sound = sound;
        this.start = sound.skip(start);
    }

    /// How many samples there were so far; at the end, all.
    long length() {
        return start + kept.length;
    }

    /// Decodes the next one; null at the end.
    @Nullable Portion next() throws IOException, InterruptedException {
        Duration target = first ? FIRST : LATER;
        first = false;
        int wanted = samples(target) + samples(SEARCH) + Pcm.RATE;
        float[] all = Arrays.copyOf(kept, wanted);
        int length = kept.length;
        while (length < wanted && !ended) {
            int got = sound.read(all, length, wanted - length);
            ended = got < 0;
            length += Math.max(0, got);
        }
        Pcm pcm = Pcm.of(all).slice(0, length);
        int end = ended ? length : QuietPlaces.split(pcm, target, SEARCH).getFirst().end();
        kept = Arrays.copyOfRange(all, end, length);
        long at = start;
        start += end;
        return end == 0 ? null : new Portion(at, pcm.slice(0, end));
    }

    private static int samples(Duration time) {
        return Math.toIntExact(time.toSeconds() * Pcm.RATE);
    }
}
