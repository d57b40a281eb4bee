package dev.sayso.engine.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Memory for a piece of a panel, widened to floats, as [Tiles] reads it; one for each worker, and
/// kept. Freed when nobody refers to it any more.
///
/// It is 32 ones, then the ratios of a piece's blocks of 8-bit values, 32 floats each, then the
/// columns, `[k][32]`.
///
/// It lies outside the heap, because there it can begin at a cache line. A Java array does not, so
/// that every vector read from it would touch two lines, which was a third of the speed.
final class Piece {

    /// Inputs that are widened at a time (16 KiB as floats); whole blocks of 8-bit values.
    static final int INPUTS = 128;

    /// Bytes of a column, or of the ratios of a block.
    static final long COLUMN = Weight.PANEL * (long) Float.BYTES;

    /// Where the ones begin.
    static final long ONES = 0;

    /// Where the ratios begin.
    static final long RATIOS = ONES + COLUMN;

    /// Where the columns begin.
    static final long VALUES = RATIOS + INPUTS / Weight.Int8.BLOCK * COLUMN;

    private static final long CACHE_LINE = 64;

    private MemorySegment data = allocate(INPUTS);

    /// A piece with room for so many columns. What was in them before may be gone or not.
    MemorySegment of(int columns) {
        if (data.byteSize() < VALUES + columns * COLUMN) {
            data = allocate(columns);
        }
        return data;
    }

    private static MemorySegment allocate(int columns) {
        MemorySegment data = Arena.ofAuto().allocate(VALUES + columns * COLUMN, CACHE_LINE);
        for (long at = ONES; at < RATIOS; at += Float.BYTES) {
            data.set(Weight.F32.VALUE, at, 1f);
        }
        return data;
    }
}
