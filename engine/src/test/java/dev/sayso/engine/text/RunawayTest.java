package dev.sayso.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunawayTest {

    @ParameterizedTest
    @CsvSource({"1, 24", "2, 16", "4, 16", "5, 10", "16, 10"})
    void aLoopIsNoticedAndOneTurnOfItIsKept(int period, int repeats) {
        Runaway runaway = new Runaway();
        for (int i = 0; i < 7; i++) {
            assertThat(runaway.accept(1_000 + i)).isFalse();
        }
        int total = period * repeats;
        for (int i = 0; i < total - 1; i++) {
            assertThat(runaway.accept(i % period)).as("token %d", i).isFalse();
        }
        assertThat(runaway.accept((total - 1) % period)).isTrue();
        assertThat(total - runaway.surplus()).isEqualTo(period);
    }

    @Test
    void whatPeopleSayIsNoLoop() {
        Runaway runaway = new Runaway();
        for (int i = 0; i < 8; i++) {
            assertThat(runaway.accept(42)).isFalse();
            assertThat(runaway.accept(43)).isFalse();
        }
        for (int i = 0; i < 20; i++) {
            assertThat(runaway.accept(7)).isFalse();
        }
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            assertThat(runaway.accept(random.nextInt(50))).isFalse();
        }
    }
}
