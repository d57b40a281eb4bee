package dev.sayso.app.dictation;

import dev.sayso.engine.audio.AudioSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Sound on its way from the microphone to the recognition. It waits here as 16 bits for as long as
/// the model needs to be opened, or to catch up.
final class TakenSound implements AudioSource {

    private static final short[] END = {};

    private final BlockingQueue<short[]> blocks = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean unwanted;

    private short[] current = END;
    private int position;
    private boolean ended;

    /// Adds samples.
    void add(float[] samples, int length) {
        if (unwanted) {
            return;
        }
        short[] block = new short[length];
        for (int i = 0; i < length; i++) {
            block[i] =
                    (short)
                            Math.clamp(
                                    Math.round(samples[i] * 32768.0),
                                    Short.MIN_VALUE,
                                    Short.MAX_VALUE);
        }
        waiting.addAndGet(length);
        blocks.add(block);
    }

    /// No more comes.
    void end() {
        blocks.add(END);
    }

    /// Nobody will read what comes from now on.
    void forget() {
        unwanted = true;
        blocks.clear();
        blocks.add(END);
    }

    @Override
    public int read(float[] into, int offset, int length) throws InterruptedException {
        if (ended || length == 0) {
            return ended ? -1 : 0;
        }
        if (position == current.length) {
            current = blocks.take();
            position = 0;
            if (current.length == 0) {
                ended = true;
                return -1;
            }
        }
        int count = Math.min(length, current.length - position);
        for (int i = 0; i < count; i++) {
            into[offset + i] = current[position + i] / 32768f;
        }
        position += count;
        waiting.addAndGet(-count);
        return count;
    }

    @Override
    public int available() {
        return waiting.get();
    }
}
