package dev.sayso.app.microphone;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A device that gives what the test hands it, and waits in between.
final class TestLine implements Line {
    static final byte[] GONE = {};

    final BlockingQueue<byte[]> bytes = new LinkedBlockingQueue<>();
    private volatile boolean gone;
    volatile boolean closed;

    @Override
    public int read(byte[] into) {
        if (gone || closed) {
            return 0;
        }
        try {
            byte[] next = bytes.take();
            gone = next.length == 0;
            System.arraycopy(next, 0, into, 0, next.length);
            return next.length;
        } catch (InterruptedException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        closed = true;
        bytes.add(GONE);
    }
}
