package dev.sayso.engine.text;

import java.util.Arrays;

/// A growing list of token ids.
final class Ids {

    private int[] ids = new int[16];
    private int count;

    void add(int id) {
        if (count == ids.length) {
            ids = Arrays.copyOf(ids, 2 * count);
        }
        ids[count++] = id;
    }

    void addAll(int... more) {
        for (int id : more) {
            add(id);
        }
    }

    int[] toArray() {
        return Arrays.copyOf(ids, count);
    }
}
