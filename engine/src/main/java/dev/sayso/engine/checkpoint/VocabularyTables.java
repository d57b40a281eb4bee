package dev.sayso.engine.checkpoint;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/// What was read from `vocab.json` and `merges.txt`, as bytes and back: reading those two takes a
/// third of a second of a new process, and as much again for the code that does it to be compiled.
///
/// Little-endian: the lengths of the arrays, the seed, the arrays.
///
/// @param tokens byte strings and ids
/// @param merges which two tokens make a third
record VocabularyTables(TokenTable tokens, MergeTable merges) {

    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final int HEADER = 4 * Integer.BYTES + Long.BYTES;

    ByteBuffer encode() {
        int[] starts = tokens.starts();
        int[] slots = tokens.slots();
        long[] pairs = merges.pairs();
        int pool = tokens.bytesInUse();
        ByteBuffer bytes =
                ByteBuffer.allocate(
                                Math.toIntExact(
                                        size(starts.length, slots.length, pairs.length, pool)))
                        .order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(starts.length).putInt(slots.length).putInt(pairs.length).putInt(pool);
        bytes.putLong(tokens.seed());
        put(bytes, pairs);
        put(bytes, merges.results());
        put(bytes, starts);
        put(bytes, tokens.ends());
        put(bytes, slots);
        return bytes.put(tokens.pool(), 0, pool).flip();
    }

    private static long size(long tokens, long slots, long pairs, long pool) {
        return HEADER + 2 * pairs * Long.BYTES + (2 * tokens + slots) * Integer.BYTES + pool;
    }

    private static void put(ByteBuffer bytes, long[] values) {
        bytes.asLongBuffer().put(values);
        bytes.position(bytes.position() + values.length * Long.BYTES);
    }

    private static void put(ByteBuffer bytes, int[] values) {
        bytes.asIntBuffer().put(values);
        bytes.position(bytes.position() + values.length * Integer.BYTES);
    }

    /// The same tables again.
    ///
    /// @param bytes as [#encode] made them
    /// @return null when they cannot be those
    static @Nullable VocabularyTables decode(MemorySegment bytes) {
        if (bytes.byteSize() < HEADER) {
            return null;
        }
        long tokens = Integer.toUnsignedLong(bytes.get(INT, 0));
        long slots = Integer.toUnsignedLong(bytes.get(INT, 4));
        long pairs = Integer.toUnsignedLong(bytes.get(INT, 8));
        long pool = Integer.toUnsignedLong(bytes.get(INT, 12));
        if (bytes.byteSize() > Integer.MAX_VALUE
                || bytes.byteSize() != size(tokens, slots, pairs, pool)) {
            return null;
        }
        long seed = bytes.get(LONG, 16);
        Reader in = new Reader(bytes);
        long[] left = in.longs(pairs);
        long[] results = in.longs(pairs);
        int[] starts = in.ints(tokens);
        int[] ends = in.ints(tokens);
        int[] found = in.ints(slots);
        byte[] text = in.bytes(pool);
        return new VocabularyTables(
                new TokenTable(text, starts, ends, found, seed),
                new MergeTable(left, results, seed));
    }

    /// Takes one array after the other.
    private static final class Reader {

        private final MemorySegment from;
        private long at = HEADER;

        Reader(MemorySegment from) {
            this.from = from;
        }

        private MemorySegment next(long size) {
            MemorySegment next = from.asSlice(at, size);
            at += size;
            return next;
        }

        long[] longs(long count) {
            return next(count * Long.BYTES).toArray(LONG);
        }

        int[] ints(long count) {
            return next(count * Integer.BYTES).toArray(INT);
        }

        byte[] bytes(long count) {
            return next(count).toArray(ValueLayout.JAVA_BYTE);
        }
    }
}
