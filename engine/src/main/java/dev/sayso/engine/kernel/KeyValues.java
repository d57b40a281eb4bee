package dev.sayso.engine.kernel;

import java.util.Arrays;

/// What attention remembers in one decoder layer: keys and values of all positions so far, f32.
///
/// For each key/value head, keys lie in panels of 32 positions, `[panel][headDim][32]`, so that
/// scores are computed like any other product, each lane one position; values lie as they come,
/// `[position][headDim]`, each lane one dimension.
public final class KeyValues {

    static final int PANEL = Weight.PANEL;

    private final int headDim;
    private final float[][] keys;
    private final float[][] values;
    private int length;

    /// An empty memory.
    public KeyValues(int heads, int headDim) {
        this.headDim = headDim;
        this.keys = new float[heads][0];
        this.values = new float[heads][0];
    }

    /// Makes room for positions below `count`.
    public void reserve(int count) {
        int room = keys[0].length / headDim;
        if (count <= room) {
            return;
        }
        int wanted = (Math.max(count, room + room / 2) + PANEL - 1) / PANEL * PANEL * headDim;
        for (int head = 0; head < keys.length; head++) {
            keys[head] = Arrays.copyOf(keys[head], wanted);
            values[head] = Arrays.copyOf(values[head], wanted);
        }
    }

    /// Positions remembered.
    public int length() {
        return length;
    }

    /// Forgets all positions from `newLength` on.
    public void truncate(int newLength) {
        if (newLength < 0 || newLength > length) {
            throw new IllegalArgumentException(newLength + " of " + length + " positions");
        }
        length = newLength;
    }

    /// Remembers the keys and values of further positions, for which there must be room.
    ///
    /// @param rows one position a row
    /// @param keyColumn where the keys of all heads begin in a row
    /// @param valueColumn where the values begin
    public void append(Matrix rows, int keyColumn, int valueColumn) {
        for (int row = 0; row < rows.rows(); row++) {
            int position = length + row;
            int from = row * rows.cols();
            for (int head = 0; head < keys.length; head++) {
                float[] key = keys[head];
                int source = from + keyColumn + head * headDim;
                int at = position / PANEL * PANEL * headDim + position % PANEL;
                for (int d = 0; d < headDim; d++, at += PANEL) {
                    key[at] = rows.data()[source + d];
                }
                int value = from + valueColumn + head * headDim;
                System.arraycopy(rows.data(), value, values[head], position * headDim, headDim);
            }
        }
        length += rows.rows();
    }

    /// Key/value heads.
    int heads() {
        return keys.length;
    }

    /// Values of one head at one position.
    int headDim() {
        return headDim;
    }

    /// The key panels of a head.
    float[] keys(int head) {
        return keys[head];
    }

    /// The values of a head.
    float[] values(int head) {
        return values[head];
    }
}
