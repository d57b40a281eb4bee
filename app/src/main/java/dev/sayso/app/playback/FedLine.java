package dev.sayso.app.playback;

import dev.sayso.engine.audio.Pcm;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// A device that is given a sound bit by bit, and counts what has been heard of it.
final class FedLine implements AutoCloseable {

    /// Devices that are gone do not say so: they take nothing, or play nothing. Some need a second
    /// or two to begin.
    private static final long LOST_NANOS = TimeUnit.SECONDS.toNanos(4);

    /// Some drivers never count the last few milliseconds.
    private static final long END_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    private static final int ALMOST_ALL = Pcm.RATE / 4;

    private final Pcm sound;
    private final PlaybackDevice device;
    private final LongSupplier nanos;
    private @Nullable PlaybackLine line;
    private boolean started;
    // where this run began, in the sound and in the line's own count
    private int from;
    private long heardBefore;
    private int next;
    private int position;
    private long movedAt;

    FedLine(Pcm sound, PlaybackDevice device, LongSupplier nanos) {
        this.sound = sound;
        this.device = device;
        this.nanos = nanos;
    }

    /// What came of a step.
    record Step(int position, PlayerState state) {}

    /// The next step begins here.
    void from(int sample) {
        from = sample;
        next = sample;
        position = sample;
        started = false;
    }

    /// Gives the device what it has room for.
    Step step() {
        PlaybackLine open = line;
        if (open == null) {
            try {
                open = device.open();
            } catch (IOException e) {
                return new Step(position, new PlayerState.Failed(message(e), false));
            }
            line = open;
        }
        if (!started) {
            heardBefore = open.heard();
            movedAt = nanos.getAsLong();
        }
        int count = Math.min(open.room(), sound.length() - next);
        if (count > 0) {
            open.write(sound, next, count);
            next += count;
        }
        if (!started) {
            open.start();
            started = true;
        }
        return heard(open);
    }

    private static String message(IOException e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    private Step heard(PlaybackLine open) {
        long now = nanos.getAsLong();
        int reached = Math.clamp(from + open.heard() - heardBefore, from, next);
        if (reached > position) {
            position = reached;
            movedAt = now;
        }
        int end = sound.length();
        boolean almost = next == end && position >= end - ALMOST_ALL;
        if (position == end || (almost && now - movedAt > END_NANOS)) {
            return new Step(end, new PlayerState.Paused());
        }
        if (now - movedAt > LOST_NANOS) {
            close();
            return new Step(
                    position, new PlayerState.Failed("the sound device does not go on", true));
        }
        return new Step(position, new PlayerState.Playing());
    }

    /// Throws away what has not been heard.
    void silence() {
        if (line != null) {
            line.stop();
        }
        started = false;
    }

    @Override
    public void close() {
        if (line != null) {
            line.close();
            line = null;
        }
    }
}
