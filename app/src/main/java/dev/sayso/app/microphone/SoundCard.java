package dev.sayso.app.microphone;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The microphones of this machine. The one that was used last may stay open for a while.
public final class SoundCard implements Inputs, AutoCloseable {

    /// How long a microphone stays open that nobody listens to.
    private static final Duration STAYS = Duration.ofSeconds(60);

    /// What a listener gets of the time before, when the microphone was still open.
    private static final Duration PRE_ROLL = Duration.ofMillis(400);

    /// Opens the system's microphones; tests bring their own.
    @FunctionalInterface
    interface Opener {
        LineMicrophone open(String device) throws IOException;
    }

    private final Opener opener;
    private final Duration stays;
    private @Nullable Kept kept;

    /// By way of Java Sound.
    public SoundCard() {
        this(Microphones::openLine, STAYS);
    }

    SoundCard(Opener opener, Duration stays) {
        this.opener = opener;
        this.stays = stays;
    }

    @Override
    public List<InputDevice> devices() {
        return Microphones.devices();
    }

    @Override
    public synchronized Microphone open(String device, boolean keep) throws IOException {
        Kept open = kept;
        kept = null;
        if (open != null && open.device.equals(device) && open.microphone.isAlive()) {
            open.generation++;
            return new Session(open, keep);
        }
        if (open != null) {
            open.microphone.close();
        }
        return new Session(new Kept(device, opener.open(device)), keep);
    }

    private synchronized void released(Kept released, boolean keep) {
        boolean stay = keep && kept == null && released.microphone.isAlive();
        if (!stay) {
            released.microphone.close();
            return;
        }
        kept = released;
        int generation = released.generation;
        Thread.ofVirtual().name("microphone-idle").start(() -> endLater(released, generation));
    }

    private void endLater(Kept idle, int generation) {
        try {
            Thread.sleep(stays);
        } catch (InterruptedException e) {
            return;
        }
        synchronized (this) {
            if (kept == idle && idle.generation == generation) {
                kept = null;
                idle.microphone.close();
            }
        }
    }

    /// Lets go of a microphone that nobody listens to.
    @Override
    public synchronized void close() {
        Kept open = kept;
        kept = null;
        if (open != null) {
            open.microphone.close();
        }
    }

    private static final class Kept {
        private final String device;
        private final LineMicrophone microphone;
        private int generation;

        Kept(String device, LineMicrophone microphone) {
            this.device = device;
            this.microphone = microphone;
        }
    }

    /// One listener after the other has the same microphone; the lock keeps them apart.
    private final class Session implements Microphone {
        private final Kept open;
        private final boolean keep;
        private volatile boolean closed;

        Session(Kept open, boolean keep) {
            this.open = open;
            this.keep = keep;
            open.microphone.attend();
        }

        @Override
        public int read(float[] into, int offset, int length) throws IOException {
            synchronized (open) {
                return closed ? -1 : open.microphone.read(into, offset, length);
            }
        }

        @Override
        public int available() {
            return closed ? 0 : open.microphone.available();
        }

        @Override
        public void close() {
            if (closed) {
                return;
            }
            closed = true;
            if (!keep) {
                // at once: it frees a reader that waits
                open.microphone.close();
                return;
            }
            synchronized (open) {
                open.microphone.idle(PRE_ROLL);
            }
            released(open, keep);
        }
    }
}
