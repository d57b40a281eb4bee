package dev.sayso.app.playback;

import dev.sayso.engine.audio.Pcm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A device whose time is made by the test: it plays what it was told to, and no more.
public final class ScriptedSpeakers implements PlaybackDevice {

    /// What it takes before it has played some of it: 200 ms.
    static final int BUFFER = Pcm.RATE / 5;

    private final List<Float> played = new ArrayList<>();
    private final List<Float> waiting = new ArrayList<>();
    private @Nullable String refusal;
    private boolean running;
    private boolean frozen;
    private long wanted;
    private long heard;
    private int opened;
    private int closed;

    /// What a device says that cannot be opened; null opens it again.
    public synchronized void refuse(@Nullable String reason) {
        refusal = reason;
    }

    /// Plays so many samples more, as they come; never any that were not given.
    public synchronized void play(long samples) {
        wanted += samples;
        sound();
    }

    /// The sample that comes next; -1 when it has none.
    synchronized float next() {
        return waiting.isEmpty() ? -1 : waiting.getFirst();
    }

    /// Takes nothing and plays nothing any more.
    synchronized void freeze() {
        frozen = true;
    }

    synchronized List<Float> played() {
        return List.copyOf(played);
    }

    synchronized int opened() {
        return opened;
    }

    /// Whether all that was opened was given back.
    public synchronized boolean isFree() {
        return opened == closed;
    }

    synchronized boolean isRunning() {
        return running;
    }

    private void sound() {
        while (running && !frozen && wanted > 0 && !waiting.isEmpty()) {
            played.add(waiting.removeFirst());
            wanted--;
            heard++;
        }
    }

    @Override
    public synchronized PlaybackLine open() throws IOException {
        if (refusal != null) {
            throw new IOException(refusal);
        }
        opened++;
        return new Line();
    }

    private final class Line implements PlaybackLine {

        @Override
        public int room() {
            synchronized (ScriptedSpeakers.this) {
                return frozen ? 0 : BUFFER - waiting.size();
            }
        }

        @Override
        public void write(Pcm sound, int from, int count) {
            synchronized (ScriptedSpeakers.this) {
                for (int i = from; i < from + count; i++) {
                    waiting.add(sound.at(i));
                }
                sound();
            }
        }

        @Override
        public long heard() {
            synchronized (ScriptedSpeakers.this) {
                return heard;
            }
        }

        @Override
        public void start() {
            synchronized (ScriptedSpeakers.this) {
                running = true;
                sound();
            }
        }

        @Override
        public void stop() {
            synchronized (ScriptedSpeakers.this) {
                running = false;
                // counted as heard, as some drivers do
                heard += waiting.size();
                waiting.clear();
            }
        }

        @Override
        public void close() {
            synchronized (ScriptedSpeakers.this) {
                stop();
                closed++;
            }
        }
    }
}
