package dev.sayso.engine.checkpoint;

import java.util.Arrays;

/// Which two tokens merge into which, and in what order: a hash table from pairs of ids.
final class MergeTable {

    private static final long NONE = -1;

    private final long[] pairs;
    private final long[] results;
    private final long seed;
    private int count;

    /// @param most merges it can take
    /// @param seed of the hash, so that no file can be made to collide
    MergeTable(int most, long seed) {
        int slots = Integer.highestOneBit(Math.max(1, most)) * 4;
        this.pairs = new long[slots];
        this.results = new long[slots];
        this.seed = seed;
        Arrays.fill(pairs, NONE);
        Arrays.fill(results, NONE);
    }

    /// A table that was filled before.
    MergeTable(long[] pairs, long[] results, long seed) {
        this.pairs = pairs;
        this.results = results;
        this.seed = seed;
    }

    long[] pairs() {
        return pairs;
    }

    long[] results() {
        return results;
    }

    /// Adds the merge of the next rank.
    ///
    /// @return false when the pair is already there
    boolean add(int left, int right, int joined) {
        long pair = pair(left, right);
        int slot = slot(pair);
        if (pairs[slot] == pair) {
            return false;
        }
        pairs[slot] = pair;
        results[slot] = (long) count++ << 32 | joined;
        return true;
    }

    /// The rank in the upper half and the joined token in the lower; -1 when the two don't merge.
    long get(int left, int right) {
        return results[slot(pair(left, right))];
    }

    private static long pair(int left, int right) {
        return (long) left << 32 | right;
    }

    private int slot(long pair) {
        long hash = (pair ^ seed) * 0xBF58476D1CE4E5B9L;
        hash = (hash ^ hash >>> 31) * 0x94D049BB133111EBL;
        int slot = (int) (hash >>> 32) & (pairs.length - 1);
        while (pairs[slot] != pair && pairs[slot] != NONE) {
            slot = (slot + 1) & (pairs.length - 1);
        }
        return slot;
    }
}
