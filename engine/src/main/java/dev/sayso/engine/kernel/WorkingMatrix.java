package dev.sayso.engine.kernel;

import org.jspecify.annotations.Nullable;

/// Working memory that is used again: a matrix with as many rows as are wanted each time, over an
/// array that grows. So no recording leaves an array behind for the garbage collector.
public final class WorkingMatrix {

    private static final int STEP = 64;

    private final int cols;
    private @Nullable Matrix whole;

    /// Without rows, for the time being.
    public WorkingMatrix(int cols) {
        this.cols = cols;
    }

    /// The first rows; what was in them before may be gone or not.
    public Matrix of(int rows) {
        Matrix kept = whole;
        if (kept == null || kept.rows() < rows) {
            kept = new Matrix(room(rows), cols);
            whole = kept;
        }
        return kept.first(rows);
    }

    /// Rows that room is made for when so many are wanted: recordings of about the same length
    /// shall share it.
    public static int room(int rows) {
        return (rows + STEP - 1) / STEP * STEP;
    }
}
