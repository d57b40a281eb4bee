package dev.sayso.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/// Bytes whose reader can be interrupted while it waits for them, as the reader of a pipe or a
/// keyboard cannot.
///
/// A thread of its own does the waiting. It begins with the first read, and ends with the bytes or
/// with the process. For one reader.
final class InterruptibleInput extends InputStream {

    private static final int BLOCK = 64 * 1024;
    private static final int BLOCKS_AHEAD = 4;

    /// Some bytes, or how the input ended.
    private record Block(ByteBuffer bytes, @Nullable IOException failure) {

        boolean isLast() {
            return !bytes.hasRemaining();
        }
    }

    private final InputStream in;
    private final BlockingQueue<Block> blocks = new ArrayBlockingQueue<>(BLOCKS_AHEAD);
    private @Nullable Thread pump;
    private ByteBuffer current = ByteBuffer.allocate(0);
    private boolean ended;

    InterruptibleInput(InputStream in) {
        this.in = in;
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
        if (!current.hasRemaining() && !ended) {
            next();
        }
        if (ended) {
            return -1;
        }
        int got = Math.min(length, current.remaining());
        current.get(into, offset, got);
        return got;
    }

    private void next() throws IOException {
        if (pump == null) {
            pump = new Thread(this::pump, "stdin");
            pump.setDaemon(true);
            pump.start();
        }
        Block block;
        try {
            block = blocks.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
        current = block.bytes();
        ended = block.isLast();
        if (block.failure() != null) {
            throw block.failure();
        }
    }

    private void pump() {
        try {
            boolean last;
            do {
                Block block = readBlock();
                // asked before the reader empties it
                last = block.isLast();
                blocks.put(block);
            } while (!last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Block readBlock() {
        byte[] bytes = new byte[BLOCK];
        try {
            int got = Math.max(0, in.read(bytes));
            return new Block(ByteBuffer.wrap(bytes, 0, got), null);
        } catch (IOException e) {
            return new Block(ByteBuffer.allocate(0), e);
        }
    }
}
