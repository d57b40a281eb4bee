package dev.sayso.engine.kernel;

import org.jspecify.annotations.Nullable;

/// Writes further positions into a [KeyValues], cut by heads.
final class RememberTask implements Workers.Task {

    private final Workers workers;
    private @Nullable Matrix rows;
    private @Nullable KeyValues past;
    private int keyColumn;
    private int valueColumn;

    RememberTask(Workers workers) {
        this.workers = workers;
    }

    void run(Matrix rows, int keyColumn, int valueColumn, KeyValues past) {
        this.rows = rows;
        this.past = past;
        this.keyColumn = keyColumn;
        this.valueColumn = valueColumn;
        // a single position is worth sharing, too: its keys touch as many cache lines as they have
        // dimensions
        workers.run(past.heads(), (past.heads() + workers.size() - 1) / workers.size(), this);
        past.advance(rows.rows());
        this.rows = null;
        this.past = null;
    }

    @Override
    public void run(int from, int to, int worker) {
        Matrix in = rows;
        KeyValues memory = past;
        if (in == null || memory == null) {
            throw new IllegalStateException("no work");
        }
        for (int head = from; head < to; head++) {
            memory.write(in, keyColumn, valueColumn, head);
        }
    }
}
