package dev.sayso.engine.packed;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/// Whole reads and writes on a channel, which by itself may do less.
final class Channels {

    private Channels() {}

    /// Fills a buffer from a place in a file, as far as the file goes.
    static void fill(FileChannel file, ByteBuffer into, long from) throws IOException {
        long at = from;
        while (into.hasRemaining()) {
            int count = file.read(into, at);
            if (count < 0) {
                return;
            }
            at += count;
        }
    }

    /// Reads bytes, fewer when the file ends before.
    ///
    /// @return what was read
    static byte[] read(FileChannel file, long from, int count) throws IOException {
        byte[] bytes = new byte[count];
        ByteBuffer into = ByteBuffer.wrap(bytes);
        fill(file, into, from);
        return Arrays.copyOf(bytes, into.position());
    }

    static void write(FileChannel file, ByteBuffer bytes, long to) throws IOException {
        long at = to;
        while (bytes.hasRemaining()) {
            at += file.write(bytes, at);
        }
    }

    /// Closes a file that nothing is lost from any more.
    static void closeQuietly(FileChannel file) {
        try {
            file.close();
        } catch (IOException e) {
            // whatever it says, there is nothing left to do
        }
    }

    /// Interrupting a thread that reads or writes a file closes the file: that is no failure of the
    /// file's.
    static void throwIfInterrupted(IOException failure) throws InterruptedIOException {
        if (failure instanceof InterruptedIOException interrupted) {
            throw interrupted;
        }
        if (failure instanceof ClosedByInterruptException
                || Thread.currentThread().isInterrupted()) {
            InterruptedIOException interrupted =
                    new InterruptedIOException("interrupted while opening the model");
            interrupted.initCause(failure);
            throw interrupted;
        }
    }
}
