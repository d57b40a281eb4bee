package dev.sayso.app.microphone;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// What a line gave and nobody has read yet. A thread of its own takes it in, so that nothing is
/// lost while the reader computes.
final class CapturedBytes extends InputStream {

    /// A line that gives nothing so many times in a row is gone; it does not say so.
    private static final int MOST_EMPTY_READS = 20;

    private static final long EMPTY_READ_MILLIS = 10;
    private static final byte[] END = {};

    private final Line line;
    private final String name;
    private final int pieceBytes;
    private final int mostBytes;
    private final BlockingQueue<byte[]> pieces = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean closed;
    private volatile String failure = "";

    private byte[] current = END;
    private int position;
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
                    if (waiting.addAndGet(got) > mostBytes) {
                        failure = "recognition cannot keep up; listening was ended";
                    }
                } else if (++empty == MOST_EMPTY_READS) {
                    failure = "the device gives no more sound";
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
        try {
            current = pieces.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
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
