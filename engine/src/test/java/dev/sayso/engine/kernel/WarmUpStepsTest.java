package dev.sayso.engine.kernel;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.foreign.Arena;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarmUpStepsTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyStepCanBeRepeated(boolean eightBit) {
        Memory memory = bytes -> Arena.ofAuto().allocate(bytes, 64);
        try (Kernels kernels = new ScalarKernels()) {
            for (WarmUpThread.Step step : WarmUpSteps.of(kernels, memory, eightBit)) {
                assertThatCode(step::run).doesNotThrowAnyException();
                assertThatCode(step::run).doesNotThrowAnyException();
            }
        }
    }
}
