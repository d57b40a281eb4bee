package dev.sayso.engine.decoder;

import dev.sayso.engine.kernel.Matrix;
import java.util.Arrays;

/// Reads prompts of which each mostly begins as the one before it did: what has not changed is not
/// read again.
///
/// Keys and values depend on a position's row and on those before it, so the equal beginning of two
/// prompts leaves equal memories, bit for bit. Rows are compared by their values, not by what they
/// stand for.
public final class PromptReader {

    private final TextDecoder decoder;
    private final boolean reuse;
    private final int width;

    /// Empty again for every prompt when nothing is reused.
    private final KvCache cache;

    /// The rows that the cache has read, one after the other.
    private float[] rows = new float[0];

    private int read;
    private int reused;
    private int steps;
    private long stepBytes;

    /// @param cache is emptied, and this reader's for as long as it is used
    /// @param reuse whether anything is kept from one prompt to the next; the outcome is the same
    public PromptReader(TextDecoder decoder, KvCache cache, boolean reuse) {
        this.decoder = decoder;
        this.reuse = reuse;
        this.width = decoder.hiddenSize();
        this.cache = cache;
        cache.truncate(0);
    }

    /// Reads a prompt, `[positions, hiddenSize]`, from its beginning.
    ///
    /// @param count of how many last positions the choices are wanted, at least 1
    /// @param room for how many steps after it
    /// @return what comes next after each of them
    /// @throws InterruptedException when the calling thread is interrupted
    public int[] read(Matrix prompt, int count, int room) throws InterruptedException {
        int kept = reuse ? Math.min(equalRows(prompt), prompt.rows() - count) : 0;
        cache.truncate(kept);
        int length = prompt.rows() + room;
        cache.reserve(length);
        if (rows.length < length * width) {
            rows = Arrays.copyOf(rows, length * width);
        }
        Matrix rest = new Matrix(prompt.rows() - kept, width);
        System.arraycopy(prompt.data(), kept * width, rest.data(), 0, rest.data().length);
        System.arraycopy(rest.data(), 0, rows, kept * width, rest.data().length);
        read += rest.rows();
        reused += kept;
        return choices(rest, count);
    }

    private int[] choices(Matrix rest, int count) throws InterruptedException {
        boolean done = false;
        try {
            int[] choices = decoder.choices(rest, count, cache);
            done = true;
            return choices;
        } finally {
            if (!done) {
                // some layers remember more than others
                cache.truncate(0);
            }
        }
    }

    private int equalRows(Matrix prompt) {
        int most = Math.min(cache.length(), prompt.rows()) * width;
        int differs = Arrays.mismatch(rows, 0, most, prompt.data(), 0, most);
        return (differs < 0 ? most : differs) / width;
    }

    /// Forgets the last positions.
    public void forget(int positions) {
        cache.truncate(cache.length() - positions);
    }

    /// Reads one more token.
    ///
    /// @return what comes next
    /// @throws InterruptedException when the calling thread is interrupted
    public int step(int id) throws InterruptedException {
        int at = cache.length();
        Matrix row = new Matrix(1, width);
        decoder.embed(id, row, 0);
        if (rows.length < (at + 1) * width) {
            rows = Arrays.copyOf(rows, Math.max((at + 1) * width, rows.length * 3 / 2));
        }
        System.arraycopy(row.data(), 0, rows, at * width, width);
        boolean done = false;
        try {
            int next = decoder.step(id, cache);
            done = true;
            steps++;
            stepBytes += decoder.bytesOfStep(cache);
            return next;
        } finally {
            if (!done) {
                cache.truncate(0);
            }
        }
    }

    /// Positions that were read, in all prompts together, steps not counted.
    public int positionsRead() {
        return read;
    }

    /// Positions that did not have to be read again.
    public int positionsReused() {
        return reused;
    }

    /// Tokens read one by one.
    public int steps() {
        return steps;
    }

    /// Bytes that all steps together had to read.
    public long stepBytes() {
        return stepBytes;
    }
}
