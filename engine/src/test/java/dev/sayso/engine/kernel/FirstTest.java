package dev.sayso.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Matrices and maps over the beginning of others.
class FirstTest {

    @Test
    void theFirstRowsAreThoseOfTheWhole() {
        Matrix whole = new Matrix(5, 3);
        Matrix first = whole.first(2);
        first.data()[4] = 7;
        assertThat(first.rows()).isEqualTo(2);
        assertThat(first.cols()).isEqualTo(3);
        assertThat(whole.at(1, 1)).isEqualTo(7);
        assertThat(whole.first(5).rows()).isEqualTo(5);
    }

    @Test
    void aWorkingMatrixIsUsedAgainAndGrows() {
        WorkingMatrix memory = new WorkingMatrix(3);
        Matrix few = memory.of(5);
        assertThat(few.rows()).isEqualTo(5);
        assertThat(few.cols()).isEqualTo(3);
        for (int rows : new int[] {64, 1, 5}) {
            assertThat(memory.of(rows).rows()).isEqualTo(rows);
            assertThat(memory.of(rows).data()).isSameAs(few.data());
        }
        assertThat(memory.of(65).rows()).isEqualTo(65);
        assertThat(memory.of(5).data()).isSameAs(memory.of(128).data()).isNotSameAs(few.data());
    }

    @Test
    void theFirstChunksEndWithZeros() {
        FeatureMap whole = new FeatureMap(3, 4, 2, 5);
        Arrays.fill(whole.data(), 1);
        FeatureMap first = whole.first(2);
        assertThat(first.chunks()).isEqualTo(2);
        assertThat(first.times()).isEqualTo(4);
        int zeros = first.zeros();
        assertThat(zeros).isEqualTo(whole.offset(2, 0, -1));
        int step = 3 * 5;
        assertThat(Arrays.copyOfRange(first.data(), zeros, zeros + step)).containsOnly(0);
        assertThat(first.data()[zeros - 1]).isEqualTo(1);
        assertThat(first.data()[zeros + step]).isEqualTo(1);
    }

    @Test
    void thereAreNoMoreThanThereAre() {
        Matrix matrix = new Matrix(5, 3);
        FeatureMap map = new FeatureMap(3, 4, 2, 5);
        for (int count : new int[] {-1, 0, 6}) {
            assertThatThrownBy(() -> matrix.first(count))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> map.first(count))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }
}
