package dev.sayso.app.microphone;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// What a line gave and nobody has read yet. A thread of its own takes it in, so that nothing is
/// lost while the reader computes.
final class CapturedBytes extends InputStream {

    /// A device that gives nothing for so long is gone, also when reading from it only waits.
    static final long MOST_WAIT_MILLIS = 2_500;

    /// Some devices need seconds before they give their first sample: those without wires.
    private static final long MOST_FIRST_WAIT_MILLIS = 10_000;

    /// A line that gives nothing so many times in a row is gone; it does not say so.
    private static final int MOST_EMPTY_READS = 20;

    private static final long EMPTY_READ_MILLIS = 10;
    private static final byte[] END = {};
    private static final String GONE = "the device gives no more sound";

    private final Line line;
    private final String name;
    private final int pieceBytes;
    private final int mostBytes;
    private final BlockingQueue<byte[]> pieces = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean closed;
    private volatile String failure = "";

    /// What is kept while nobody listens; negative while somebody does.
    private volatile int mostIdle = -1;

    private byte[] current = END;
    private int position;
    private boolean begun;
    private boolean ended;

    /// @param name of the device, for messages
    /// @param pieceBytes what is read at a time
    /// @param mostBytes what may wait; more means that the reader cannot keep up
    CapturedBytes(Line line, String name, int pieceBytes, int mostBytes) {
        this.line = line;
        this.name = name;
        this.pieceBytes = pieceBytes;
        this.mostBytes = mostBytes;
    }

    /// Begins to take bytes in.
    void start() {
        Thread thread = new Thread(this::pump, "microphone");
        thread.setDaemon(true);
        thread.start();
    }

    private void pump() {
        byte[] buffer = new byte[pieceBytes];
        int empty = 0;
        try {
            while (!closed && failure.isEmpty()) {
                int got = line.read(buffer);
                if (got > 0) {
                    empty = 0;
                    pieces.add(Arrays.copyOf(buffer, got));
                    keepWithin(waiting.addAndGet(got));
                } else if (++empty == MOST_EMPTY_READS) {
                    failure = GONE;
                } else {
                    Thread.sleep(EMPTY_READ_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            line.close();
            pieces.add(END);
        }
    }

    private void keepWithin(int bytes) {
        int most = mostIdle;
        if (most < 0 && bytes > mostBytes) {
            failure = "recognition cannot keep up; listening was ended";
        }
        while (most >= 0 && bytes > most) {
            byte[] oldest = pieces.poll();
            if (oldest == null) {
                return;
            }
            bytes = waiting.addAndGet(-oldest.length);
        }
    }

    /// Keeps only the newest bytes from now on. Not while anybody reads.
    void idle(int most) {
        waiting.addAndGet(position - current.length);
        current = END;
        position = 0;
        mostIdle = most;
    }

    /// Keeps everything again.
    void attend() {
        mostIdle = -1;
    }

    boolean isAlive() {
        return !closed && failure.isEmpty();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /// @throws InterruptedIOException when the thread is interrupted, which it is still afterwards
    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == current.length && !ended) {
            next();
        }
        if (ended) {
            return end();
        }
        int got = Math.min(length, current.length - position);
        System.arraycopy(current, position, into, offset, got);
        position += got;
        waiting.addAndGet(-got);
        return got;
    }

    private void next() throws InterruptedIOException {
        long most = begun ? MOST_WAIT_MILLIS : MOST_FIRST_WAIT_MILLIS;
        byte @Nullable [] next;
        try {
            next = pieces.poll(most, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
        if (next == null) {
            failure = GONE;
            // frees the thread that still waits for the device
            line.close();
            next = END;
        }
        begun = true;
        current = next;
        position = 0;
        ended = current.length == 0;
    }

    /// All that was taken in has been read.
    private int end() throws IOException {
        if (!closed && !failure.isEmpty()) {
            throw new IOException(name + ": " + failure);
        }
        return -1;
    }

    /// Bytes that can be read without waiting.
    @Override
    public int available() {
        return waiting.get();
    }

    /// Ends the sound: what has been taken in can still be read.
    @Override
    public void close() {
        closed = true;
        line.close();
    }
}
