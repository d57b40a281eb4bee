package dev.sayso.app.playback;

import dev.sayso.engine.audio.Pcm;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntUnaryOperator;
import java.util.function.LongSupplier;

/// Plays one sound, from any sample.
///
/// A thread of its own feeds the device; commands and questions return at once, on any thread. The
/// position is that of the sample which is heard, counted by the device, and for a paused player
/// exactly the one it was set to. It is never told: whoever draws asks for it as often as he draws.
public final class Player implements AutoCloseable {

    private static final long TICK_MILLIS = 10;

    private final Pcm sound;
    private final PlaybackDevice device;
    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private PlayerState state = new PlayerState.Paused();
    private int position;
    // each command that moves or stops the sound begins a new one
    private long generation;
    private boolean closed;

    /// Paused at the beginning.
    public Player(Pcm sound, PlaybackDevice device) {
        this(sound, device, System::nanoTime);
    }

    /// @param nanos a clock, to find out that a device has stopped
    Player(Pcm sound, PlaybackDevice device, LongSupplier nanos) {
        this.sound = sound;
        this.device = device;
        this.nanos = nanos;
        Thread thread = new Thread(this::run, "playback");
        thread.setDaemon(true);
        thread.start();
    }

    /// Plays from where it is; from the beginning when it is at the end.
    public void play() {
        change(position -> position >= sound.length() ? 0 : position, new PlayerState.Playing());
    }

    /// Is silent and stays where it is.
    public void pause() {
        change(position -> position, new PlayerState.Paused());
    }

    /// Goes somewhere, and goes on with what it does.
    ///
    /// @param to limited to the sound
    public void seek(Duration to) {
        int sample = sample(to);
        lock.lock();
        try {
            change(_ -> sample, state);
        } finally {
            lock.unlock();
        }
    }

    private void change(IntUnaryOperator move, PlayerState next) {
        lock.lock();
        try {
            position = move.applyAsInt(position);
            state = next;
            generation++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private int sample(Duration time) {
        double wanted = (double) time.toNanos() * Pcm.RATE / TimeUnit.SECONDS.toNanos(1);
        return (int) Math.clamp(Math.round(wanted), 0L, sound.length());
    }

    /// What is heard now.
    public Duration position() {
        lock.lock();
        try {
            return Duration.ofNanos(position * 1_000_000_000L / Pcm.RATE);
        } finally {
            lock.unlock();
        }
    }

    /// What it does now.
    public PlayerState state() {
        lock.lock();
        try {
            return state;
        } finally {
            lock.unlock();
        }
    }

    /// How long the sound is.
    public Duration length() {
        return sound.duration();
    }

    /// Ends it for good and gives the device back.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            change(position -> position, new PlayerState.Paused());
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try (FedLine line = new FedLine(sound, device, nanos)) {
            long done = -1;
            while (true) {
                lock.lockInterruptibly();
                try {
                    while (!closed && (generation == done || !isPlaying())) {
                        done = generation;
                        changed.await();
                    }
                    if (closed) {
                        return;
                    }
                    done = generation;
                    line.from(position);
                } finally {
                    lock.unlock();
                }
                feed(line, done);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isPlaying() {
        return state instanceof PlayerState.Playing;
    }

    /// Until a command comes, or the end. The device is asked outside the lock: it may be slow.
    private void feed(FedLine line, long mine) throws InterruptedException {
        while (true) {
            FedLine.Step step = line.step();
            lock.lockInterruptibly();
            try {
                if (generation == mine) {
                    position = step.position();
                    state = step.state();
                    if (isPlaying()) {
                        changed.await(TICK_MILLIS, TimeUnit.MILLISECONDS);
                    }
                }
                if (generation != mine || !isPlaying()) {
                    break;
                }
            } finally {
                lock.unlock();
            }
        }
        line.silence();
    }
}
