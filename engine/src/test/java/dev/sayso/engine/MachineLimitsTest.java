package dev.sayso.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MachineLimitsTest {

    @Test
    void areMeasuredForANumberOfThreads() {
        MachineLimits limits = MachineLimits.measure(2);
        assertThat(limits.threads()).isEqualTo(2);
        assertThat(limits.vectorBits()).isIn(128, 256, 512);
        // between a toy's and a supercomputer's: a wrong unit would show
        assertThat(limits.readGigabytesPerSecond()).isBetween(0.05, 5_000.0);
        assertThat(limits.gigaflops()).isBetween(0.05, 50_000.0);
    }

    @Test
    void needAThread() {
        assertThatThrownBy(() -> MachineLimits.measure(0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
