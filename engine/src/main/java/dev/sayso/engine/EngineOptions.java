package dev.sayso.engine;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How an engine runs; fixed when it is opened.
///
/// @param threads threads that compute, the caller's included; 0: one for each core
/// @param arithmetic which implementation of the kernels computes
/// @param encoderWindowSeconds how far the encoder's attention reaches, 1 to 8 s; 0: as the model
///     was trained (its `config.json`)
/// @param precision how the decoder's weights are held
/// @param cacheFolder where packed weights are kept from one run to the next, see [WeightCache];
///     null: nowhere, and every opening packs them anew
public record EngineOptions(
        int threads,
        Arithmetic arithmetic,
        int encoderWindowSeconds,
        Precision precision,
        @Nullable Path cacheFolder) {

    /// How the weights of the decoder's layers are held. The encoder and the embeddings are always
    /// as the file has them, the output head chooses the tokens it would choose as the file has
    /// it, and activations are f32.
    public enum Precision {
        /// What measured best: today the same as [#INT8], see BENCHMARKS.md.
        AUTO,
        /// As the file has them (bf16 in the published models).
        BF16,
        /// 8-bit integers with one scale for 32 inputs: half the memory to read for each token.
        INT8
    }

    /// Which implementation of the kernels computes.
    public enum Arithmetic {
        /// The fast one.
        VECTOR,
        /// The specification: plain loops, for checking, slow.
        SCALAR
    }

    /// @throws IllegalArgumentException for a negative number of threads, or a window not in 0…8
    public EngineOptions {
        if (threads < 0 || threads > 1024) {
            throw new IllegalArgumentException("threads: " + threads);
        }
        if (encoderWindowSeconds < 0 || encoderWindowSeconds > 8) {
            throw new IllegalArgumentException("encoder window: " + encoderWindowSeconds + " s");
        }
    }

    /// All cores, fast kernels, the model's own window; nothing is written anywhere.
    public static EngineOptions defaults() {
        return new EngineOptions(0, Arithmetic.VECTOR, 0, Precision.AUTO, null);
    }

    public EngineOptions withThreads(int wanted) {
        return new EngineOptions(wanted, arithmetic, encoderWindowSeconds, precision, cacheFolder);
    }

    public EngineOptions withArithmetic(Arithmetic wanted) {
        return new EngineOptions(threads, wanted, encoderWindowSeconds, precision, cacheFolder);
    }

    public EngineOptions withEncoderWindowSeconds(int wanted) {
        return new EngineOptions(threads, arithmetic, wanted, precision, cacheFolder);
    }

    public EngineOptions withPrecision(Precision wanted) {
        return new EngineOptions(threads, arithmetic, encoderWindowSeconds, wanted, cacheFolder);
    }

    public EngineOptions withCacheFolder(@Nullable Path wanted) {
        return new EngineOptions(threads, arithmetic, encoderWindowSeconds, precision, wanted);
    }
}
