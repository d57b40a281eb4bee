package dev.sayso.engine.kernel;

import java.util.Objects;

/// Numbers the engine writes: f32, row-major, on the heap. Equal only to itself.
public final class Matrix {

    private final int rows;
    private final int cols;
    private final float[] data;

    /// A matrix of zeros.
    ///
    /// @throws IllegalArgumentException when a size is not positive, or the values don't fit an
    ///     array
    public Matrix(int rows, int cols) {
        if (rows <= 0 || cols <= 0 || (long) rows * cols > Integer.MAX_VALUE - 64) {
            throw new IllegalArgumentException("matrix of " + rows + " x " + cols);
        }
        this.rows = rows;
        this.cols = cols;
        this.data = new float[rows * cols];
    }

    private Matrix(int rows, int cols, float[] data) {
        this.rows = rows;
        this.cols = cols;
        this.data = data;
    }

    /// The first rows as a matrix of their own, over the same values.
    ///
    /// @throws IndexOutOfBoundsException when there are not so many rows, or none is asked for
    public Matrix first(int count) {
        Objects.checkIndex(count - 1, rows);
        return new Matrix(count, cols, data);
    }

    /// Number of rows.
    public int rows() {
        return rows;
    }

    /// Number of columns.
    public int cols() {
        return cols;
    }

    /// The values, row after row; writes show. What lies behind the last row is not this matrix's.
    public float[] data() {
        return data;
    }

    /// One value.
    public float at(int row, int col) {
        return data[row * cols + col];
    }

    /// Copies one row of another matrix of the same width into a row of this one.
    public void setRow(int row, Matrix from, int fromRow) {
        System.arraycopy(from.data, fromRow * cols, data, row * cols, cols);
    }
}
