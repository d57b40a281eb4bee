package dev.sayso.engine.audio;

import java.io.IOException;
import java.util.Objects;

/// A sound of which a sample can be read when its time has come. Time begins with the first read.
final class PacedSource implements AudioSource {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final AudioSource sound;
    private final SourceClock clock;
    private long position;
    private long started;
    private boolean running;

    PacedSource(AudioSource sound, SourceClock clock) {
        this.sound = sound;
        this.clock = clock;
    }

    @Override
    public int read(float[] into, int offset, int length) throws IOException, InterruptedException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (!running) {
            running = true;
            started = clock.nanos();
        }
        int got = sound.read(into, offset, length);
        if (got > 0) {
            position += got;
            long due = started + position * NANOS_PER_SECOND / Pcm.RATE;
            for (long left = due - clock.nanos(); left > 0; left = due - clock.nanos()) {
                clock.sleep(left);
            }
        }
        return got;
    }

    @Override
    public int available() {
        long spoken = (clock.nanos() - started) * Pcm.RATE / NANOS_PER_SECOND;
        return running ? Math.clamp(spoken - position, 0, Integer.MAX_VALUE) : 0;
    }
}
