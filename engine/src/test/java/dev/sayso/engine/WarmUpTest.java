package dev.sayso.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayso.engine.EngineOptions.Arithmetic;
import dev.sayso.engine.EngineOptions.Precision;
import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.features.LogMel;
import dev.sayso.engine.kernel.ScalarKernels;
import dev.sayso.engine.kernel.VectorKernels;
import dev.sayso.engine.packed.ScratchMemory;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class WarmUpTest {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(Precision.class)
    void getsToTheEnd(Precision precision) throws InterruptedException {
        EngineOptions options = EngineOptions.defaults().withPrecision(precision);
        try (WarmUp warmUp = WarmUp.begin(options.withCacheFolder(folder))) {
            warmUp.await();
            assertThat(warmUp.progress().done()).isEqualTo(1);
            assertThat(warmUp.progress().time()).isPositive();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void hasNothingToDoForTheSpecification() throws InterruptedException {
        EngineOptions options = EngineOptions.defaults().withArithmetic(Arithmetic.SCALAR);
        try (WarmUp warmUp = WarmUp.begin(options)) {
            warmUp.await();
            assertThat(warmUp.progress().done()).isEqualTo(1);
        }
    }

    @Test
    void isWaitedForWhenTheModelIsLarge() throws IOException {
        EngineOptions options = EngineOptions.defaults();
        try (WarmUp warmUp = WarmUp.begin(options);
                RandomAccessFile weights = new RandomAccessFile(weights(), "rw")) {
            weights.setLength((64 << 20) - 1);
            assertThatCode(() -> awaitInterrupted(warmUp)).doesNotThrowAnyException();

            weights.setLength(64 << 20);
            assertThatThrownBy(() -> awaitInterrupted(warmUp))
                    .isInstanceOf(InterruptedException.class);
        }
    }

    private File weights() {
        return folder.resolve("model.safetensors").toFile();
    }

    /// Waiting is what an interrupted thread refuses.
    private void awaitInterrupted(WarmUp warmUp) throws IOException, InterruptedException {
        Thread.currentThread().interrupt();
        try {
            warmUp.awaitFor(folder);
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void changesNoResultWhileItRuns() throws InterruptedException {
        float[] samples = new float[Pcm.RATE / 4];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (i * 7919 % 201 - 100) / 200f;
        }
        Pcm sound = Pcm.of(samples);
        float[] expected =
                new LogMel(128, new ScalarKernels(), ScratchMemory.plain())
                        .extract(sound)
                        .frames()
                        .data();
        try (WarmUp warmUp = WarmUp.begin(EngineOptions.defaults());
                VectorKernels kernels = new VectorKernels(2)) {
            LogMel logMel = new LogMel(128, kernels, ScratchMemory.plain());
            do {
                assertThat(logMel.extract(sound).frames().data()).isEqualTo(expected);
            } while (warmUp.progress().done() < 0.5);
        }
    }
}
