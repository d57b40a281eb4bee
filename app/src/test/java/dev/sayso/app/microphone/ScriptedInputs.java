package dev.sayso.app.microphone;

import dev.sayso.engine.audio.Pcm;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Microphones that say what a test wants. In between they give a faint hiss, in pieces of 20 ms
/// and as fast as time passes, as real ones do.
public final class ScriptedInputs implements Inputs {

    private static final int PIECE = 320;

    private final List<InputDevice> devices =
            new CopyOnWriteArrayList<>(List.of(new InputDevice("desk", "Desk", true)));
    private final List<String> opened = new CopyOnWriteArrayList<>();
    private final BlockingQueue<float[]> script = new LinkedBlockingQueue<>();
    private volatile @Nullable String refusal;
    private volatile boolean lost;
    private volatile boolean muted;
    private volatile boolean paced;
    private final AtomicLong given = new AtomicLong();
    private volatile long most = Long.MAX_VALUE;

    /// What is said next: at once, or as fast as it was spoken, see [#paced].
    public ScriptedInputs says(Pcm sound) {
        for (int at = 0; at < sound.length(); at += PIECE) {
            Pcm piece = sound.slice(at, Math.min(sound.length(), at + PIECE));
            float[] samples = new float[piece.length()];
            piece.copyTo(samples, 0);
            script.add(samples);
        }
        return this;
    }

    /// Whether sound comes as fast as it was spoken.
    public ScriptedInputs paced(boolean wish) {
        paced = wish;
        return this;
    }

    /// No more than this is to be had, until more is allowed: whoever reads has to wait.
    public ScriptedInputs givesAtMost(Duration sound) {
        most = sound.toMillis() * Pcm.RATE / 1000;
        return this;
    }

    /// Gives as much as is wanted again.
    public void givesOn() {
        most = Long.MAX_VALUE;
    }

    /// How much sound has been read.
    public Duration given() {
        return Duration.ofMillis(given.get() * 1000 / Pcm.RATE);
    }

    /// Digital silence from now on.
    public ScriptedInputs muted() {
        muted = true;
        return this;
    }

    /// The device goes, after all it has still to say.
    public void lose() {
        lost = true;
    }

    /// Whoever opens one gets an error from now on; null: no more.
    public ScriptedInputs refuses(@Nullable String reason) {
        refusal = reason;
        return this;
    }

    /// Which devices there are from now on.
    public ScriptedInputs has(InputDevice... wanted) {
        devices.clear();
        devices.addAll(List.of(wanted));
        return this;
    }

    /// What was opened.
    public List<String> opened() {
        return new ArrayList<>(opened);
    }

    /// Whether all was said.
    public boolean saidAll() {
        return script.isEmpty();
    }

    @Override
    public List<InputDevice> devices() {
        return List.copyOf(devices);
    }

    @Override
    public Microphone open(String device, boolean keep) throws IOException {
        String reason = refusal;
        if (reason != null) {
            throw new IOException(reason);
        }
        boolean known = devices.stream().anyMatch(each -> each.id().equals(device));
        if (devices.isEmpty() || !(device.isEmpty() || known)) {
            throw new IOException("microphone " + device + ": not found");
        }
        opened.add(device);
        lost = false;
        return new Scripted();
    }

    private final class Scripted implements Microphone {
        private final Random random = new Random(1);
        private volatile boolean closed;
        private float[] current = {};
        private int position;

        @Override
        public int read(float[] into, int offset, int length)
                throws IOException, InterruptedException {
            if (position == current.length && !closed) {
                current = next();
                position = 0;
            }
            if (closed) {
                return -1;
            }
            int count = Math.min(length, current.length - position);
            System.arraycopy(current, position, into, offset, count);
            position += count;
            given.addAndGet(count);
            return count;
        }

        private float[] next() throws IOException, InterruptedException {
            while (given.get() >= most && !closed) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            float[] said = script.poll();
            if (said == null && lost) {
                throw new IOException("desk: the device gives no more sound");
            }
            if (said == null || paced) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            return said == null ? hiss() : said;
        }

        private float[] hiss() {
            float[] samples = new float[PIECE];
            for (int i = 0; i < PIECE && !muted; i++) {
                samples[i] = (random.nextInt(5) - 2) / 32768f;
            }
            return samples;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
