package dev.sayso.engine;

/// How an engine runs; fixed when it is opened.
///
/// @param threads threads that compute, the caller's included; 0: one for each core
/// @param arithmetic which implementation of the kernels computes
/// @param encoderWindowSeconds how far the encoder's attention reaches, 1 to 8 s; 0: as the model
///     was trained (its `config.json`)
public record EngineOptions(int threads, Arithmetic arithmetic, int encoderWindowSeconds) {

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

    /// All cores, fast kernels, the model's own window.
    public static EngineOptions defaults() {
        return new EngineOptions(0, Arithmetic.VECTOR, 0);
    }

    public EngineOptions withThreads(int wanted) {
        return new EngineOptions(wanted, arithmetic, encoderWindowSeconds);
    }

    public EngineOptions withArithmetic(Arithmetic wanted) {
        return new EngineOptions(threads, wanted, encoderWindowSeconds);
    }

    public EngineOptions withEncoderWindowSeconds(int wanted) {
        return new EngineOptions(threads, arithmetic, wanted);
    }
}
