package dev.sayso.engine.text;

import dev.sayso.engine.checkpoint.Vocabulary;
import java.util.PriorityQueue;

/// Byte pair encoding of one piece of text: of all neighbours that merge, those of the lowest rank
/// do, the leftmost first, until none is left.
///
/// The tokens form a linked list, and the pairs that may merge wait in a queue, so a piece of n
/// bytes takes time n · log n even if it is a megabyte long.
final class Merger {

    private static final int NONE = -1;

    private final Vocabulary vocabulary;
    private final int[] ids;
    private final int[] next;
    private final int[] previous;

    /// Rank in the upper half, place of the left token in the lower. Entries are never taken back:
    /// one that no longer fits what stands there is passed over.
    private final PriorityQueue<Long> waiting = new PriorityQueue<>();

    private Merger(Vocabulary vocabulary, byte[] piece) {
        this.vocabulary = vocabulary;
        ids = new int[piece.length];
        next = new int[piece.length];
        previous = new int[piece.length];
        for (int i = 0; i < piece.length; i++) {
            ids[i] = vocabulary.byteToken(Byte.toUnsignedInt(piece[i]));
            next[i] = i + 1 < piece.length ? i + 1 : NONE;
            previous[i] = i - 1;
        }
    }

    /// Appends the tokens of a piece, which must not be empty.
    static void encode(Vocabulary vocabulary, byte[] piece, Ids into) {
        Merger merger = new Merger(vocabulary, piece);
        merger.mergeAll();
        for (int at = 0; at != NONE; at = merger.next[at]) {
            into.add(merger.ids[at]);
        }
    }

    private void mergeAll() {
        for (int at = 0; at < ids.length; at++) {
            await(at);
        }
        while (!waiting.isEmpty()) {
            long entry = waiting.poll();
            int at = (int) entry;
            long merge = mergeAt(at);
            if (merge >= 0 && merge >>> 32 == entry >>> 32) {
                join(at, (int) merge);
            }
        }
    }

    /// The merge of the token at a place and the one after it; -1 when there is none.
    private long mergeAt(int at) {
        boolean pair = at != NONE && ids[at] != NONE && next[at] != NONE;
        return pair ? vocabulary.merge(ids[at], ids[next[at]]) : NONE;
    }

    private void await(int at) {
        long merge = mergeAt(at);
        if (merge >= 0) {
            waiting.add(merge >>> 32 << 32 | at);
        }
    }

    private void join(int at, int joined) {
        int right = next[at];
        ids[at] = joined;
        ids[right] = NONE;
        next[at] = next[right];
        if (next[at] != NONE) {
            previous[next[at]] = at;
        }
        await(at);
        await(previous[at]);
    }
}
