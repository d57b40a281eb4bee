package dev.sayso.engine.audio;

import java.util.Objects;

/// A sound of which a sample can be read when its time has come. Time begins with the first read.
final class PacedSource implements AudioSource {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Pcm sound;
    private final SourceClock clock;
    private int position;
    private long started;
    private boolean running;

    PacedSource(Pcm sound, SourceClock clock) {
        this.sound = sound;
        this.clock = clock;
    }

    @Override
    public int read(float[] into, int offset, int length) throws InterruptedException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (!running) {
            running = true;
            started = clock.nanos();
        }
        int wanted = Math.min(length, sound.length() - position);
        if (wanted == 0) {
            return length == 0 ? 0 : -1;
        }
        while (available() < wanted) {
            long due = started + (position + wanted) * NANOS_PER_SECOND / Pcm.RATE;
            clock.sleep(Math.max(1, due - clock.nanos()));
        }
        sound.slice(position, position + wanted).copyTo(into, offset);
        position += wanted;
        return wanted;
    }

    @Override
    public int available() {
        long spoken = (clock.nanos() - started) * Pcm.RATE / NANOS_PER_SECOND;
        return running ? Math.clamp(spoken - position, 0, sound.length() - position) : 0;
    }
}
