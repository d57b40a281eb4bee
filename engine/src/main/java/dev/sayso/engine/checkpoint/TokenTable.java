package dev.sayso.engine.checkpoint;

import java.util.Arrays;

/// Byte strings by id, and ids by byte string.
///
/// All bytes lie in one array: 151,643 arrays of their own would cost more in headers than in
/// content, and time at every start.
final class TokenTable {

    private final byte[] pool;
    private final int[] starts;
    private final int[] ends;
    private final int[] slots;
    private final long seed;

    /// @param pool all bytes
    /// @param starts where the token of an id begins in the pool
    /// @param ends where it ends
    /// @param seed of the hash, so that no file can be made to collide
    TokenTable(byte[] pool, int[] starts, int[] ends, long seed) {
        this.pool = pool;
        this.starts = starts;
        this.ends = ends;
        this.seed = seed;
        this.slots = new int[Integer.highestOneBit(Math.max(1, starts.length)) * 4];
        Arrays.fill(slots, -1);
    }

    /// A table that was filled before.
    TokenTable(byte[] pool, int[] starts, int[] ends, int[] slots, long seed) {
        this.pool = pool;
        this.starts = starts;
        this.ends = ends;
        this.slots = slots;
        this.seed = seed;
    }

    byte[] pool() {
        return pool;
    }

    int[] starts() {
        return starts;
    }

    int[] ends() {
        return ends;
    }

    int[] slots() {
        return slots;
    }

    long seed() {
        return seed;
    }

    /// Bytes of the pool that belong to tokens.
    int bytesInUse() {
        int last = 0;
        for (int end : ends) {
            last = Math.max(last, end);
        }
        return last;
    }

    int size() {
        return starts.length;
    }

    byte[] bytes(int id) {
        return Arrays.copyOfRange(pool, starts[id], ends[id]);
    }

    /// Makes a token findable.
    ///
    /// @return the token that is already there with the same bytes; -1 when there was none
    int enter(int id) {
        int slot = slot(pool, starts[id], ends[id]);
        int before = slots[slot];
        if (before < 0) {
            slots[slot] = id;
        }
        return before;
    }

    /// The token with exactly these bytes; -1 when there is none.
    int find(byte[] bytes, int from, int to) {
        return slots[slot(bytes, from, to)];
    }

    /// The token that stands for each byte; -1 where there is none.
    int[] byteTokens() {
        int[] ids = new int[256];
        for (int value = 0; value < ids.length; value++) {
            ids[value] = find(new byte[] {(byte) value}, 0, 1);
        }
        return ids;
    }

    private int slot(byte[] bytes, int from, int to) {
        int slot = (int) hash(bytes, from, to) & (slots.length - 1);
        while (slots[slot] >= 0 && !same(slots[slot], bytes, from, to)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean same(int id, byte[] bytes, int from, int to) {
        return Arrays.equals(pool, starts[id], ends[id], bytes, from, to);
    }

    private long hash(byte[] bytes, int from, int to) {
        long hash = seed;
        for (int i = from; i < to; i++) {
            hash = (hash ^ bytes[i]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash;
    }
}
