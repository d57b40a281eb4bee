package dev.sayso.engine.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import jdk.incubator.vector.IntVector;

/// What attention remembers in one decoder layer: keys and values of all positions so far, rounded
/// to bf16 (half the memory to read for each token; the published models compute in bf16).
///
/// Both lie in panels as a [Weight.Bf16] does, so that scores and weighted sums are computed like
/// any other product: for each key/value head, keys as panels of 32 positions, one column for each
/// dimension; values as panels of 32 dimensions, one column for each position.
public final class KeyValues {

    static final int PANEL = Weight.PANEL;

    /// Ints of a column of a panel.
    private static final int PAIRS = PANEL / 2;

    private final int heads;
    private final int headDim;
    private final int valuePanels;
    private final int[][] keys;
    private final int[][] values;
    private int length;

    /// An empty memory.
    public KeyValues(int heads, int headDim) {
        this.heads = heads;
        this.headDim = headDim;
        this.valuePanels = (headDim + PANEL - 1) / PANEL;
        this.keys = new int[heads][0];
        this.values = new int[heads * valuePanels][0];
    }

    /// Positions there is room for.
    public int room() {
        return values[0].length / PAIRS;
    }

    /// Makes room for positions below `count`.
    public void reserve(int count) {
        int room = room();
        if (count <= room) {
            return;
        }
        int wanted = (Math.max(count, room + room / 2) + PANEL - 1) / PANEL * PANEL;
        for (int head = 0; head < heads; head++) {
            keys[head] = Arrays.copyOf(keys[head], Math.multiplyExact(wanted / 2, headDim));
        }
        for (int panel = 0; panel < values.length; panel++) {
            values[panel] = Arrays.copyOf(values[panel], Math.multiplyExact(wanted, PAIRS));
        }
    }

    /// Positions remembered.
    public int length() {
        return length;
    }

    /// Bytes of one position's keys and values.
    public long bytesOfPosition() {
        return 2L * heads * headDim * Short.BYTES;
    }

    /// Forgets all positions from `newLength` on.
    public void truncate(int newLength) {
        if (newLength < 0 || newLength > length) {
            throw new IllegalArgumentException(newLength + " of " + length + " positions");
        }
        length = newLength;
    }

    /// Writes one head's keys and values of further positions, for which there must be room.
    /// [#advance] makes them count.
    ///
    /// @param rows one position a row
    /// @param keyColumn where the keys of all heads begin in a row
    /// @param valueColumn where the values begin
    void write(Matrix rows, int keyColumn, int valueColumn, int head) {
        for (int row = 0; row < rows.rows(); row++) {
            int position = length + row;
            int from = row * rows.cols() + head * headDim;
            int at = position / PANEL * PAIRS * headDim;
            writeKey(rows.data(), from + keyColumn, keys[head], at, position % PANEL);
            for (int d = 0; d < headDim; d += PANEL) {
                int[] panel = values[head * valuePanels + d / PANEL];
                int dims = Math.min(PANEL, headDim - d);
                writeValue(rows.data(), from + valueColumn + d, dims, panel, position * PAIRS);
            }
        }
    }

    /// A key is one lane of all columns of a panel.
    private void writeKey(float[] x, int from, int[] panel, int to, int lane) {
        boolean lower = lane < PAIRS;
        int kept = lower ? 0xffff0000 : 0xffff;
        int shift = lower ? 16 : 0;
        int at = to + lane % PAIRS;
        for (int d = 0; d < headDim; d++) {
            int bits = bf16(x[from + d]) >>> shift;
            panel[at + d * PAIRS] = (panel[at + d * PAIRS] & kept) | bits;
        }
    }

    /// Dimensions of a value are one column of a panel.
    private static void writeValue(float[] x, int from, int dims, int[] panel, int to) {
        for (int i = 0; i < PAIRS; i++) {
            int lower = i < dims ? bf16(x[from + i]) >>> 16 : 0;
            int upper = i + PAIRS < dims ? bf16(x[from + i + PAIRS]) : 0;
            panel[to + i] = lower | upper;
        }
    }

    /// Counts further positions that were written for every head.
    void advance(int positions) {
        length += positions;
    }

    /// The bits of the nearest bf16, of two the even one; not a number stays not a number.
    static int bf16(float value) {
        int bits = Float.floatToRawIntBits(value);
        if (Float.isNaN(value)) {
            return (bits | 0x400000) & 0xffff0000;
        }
        return (bits + 0x7fff + (bits >>> 16 & 1)) & 0xffff0000;
    }

    private static float get(int[] panel, int column, int lane) {
        int pair = panel[column + lane % PAIRS];
        return Float.intBitsToFloat(lane < PAIRS ? pair << 16 : pair & 0xffff0000);
    }

    /// One dimension of a key.
    float key(int head, int position, int d) {
        int column = (position / PANEL * headDim + d) * PAIRS;
        return get(keys[head], column, position % PANEL);
    }

    /// One dimension of a value.
    float value(int head, int position, int d) {
        return get(values[head * valuePanels + d / PANEL], position * PAIRS, d % PANEL);
    }

    /// Key/value heads.
    int heads() {
        return heads;
    }

    /// Values of one head at one position.
    int headDim() {
        return headDim;
    }

    /// Adds to two packed queries' sums their products with a panel of keys.
    void addKeys(int head, int panel, float[] q, float[] sums) {
        Products.pairs(keys[head], panel * headDim * PAIRS, q, 0, headDim, sums);
    }

    /// Adds to two packed weights' sums their products with a panel of values.
    void addValues(int head, int panel, int positions, float[] weights, float[] sums) {
        Products.pairs(values[head * valuePanels + panel], 0, weights, 0, positions, sums);
    }

    /// Widens a panel of keys to the columns of a piece, `[headDim][32]`.
    void unpackKeys(int head, int panel, MemorySegment into) {
        unpack(keys[head], panel * headDim * PAIRS, headDim, into);
    }

    /// Widens some positions of a panel of values to the columns of a piece, `[position][32]`.
    void unpackValues(int head, int panel, int from, int count, MemorySegment into) {
        unpack(values[head * valuePanels + panel], from * PAIRS, count, into);
    }

    private static void unpack(int[] panel, int from, int columns, MemorySegment into) {
        for (int lane = 0; lane < PAIRS; lane += Lanes.COUNT) {
            for (int column = 0; column < columns; column++) {
                int at = from + column * PAIRS + lane;
                IntVector pairs = IntVector.fromArray(Lanes.I, panel, at);
                long to = Piece.VALUES + column * Piece.COLUMN + lane * 4L;
                Lanes.lower(pairs).intoMemorySegment(into, to, Lanes.LE);
                Lanes.upper(pairs).intoMemorySegment(into, to + 4L * PAIRS, Lanes.LE);
            }
        }
    }
}
