package dev.sayso.engine;

import dev.sayso.engine.kernel.Limits;
import dev.sayso.engine.kernel.VectorKernels;

/// What this machine can do at best, to judge a measured speed by.
///
/// @param threads threads that worked together
/// @param vectorBits bits in a vector of the kernels
/// @param readGigabytesPerSecond how fast a large memory is read from one end to the other; a GB is
///     10⁹ bytes
/// @param gigaflops 10⁹ floating-point operations a second in independent chains of fused
///     multiply-adds, each of which counts as two
public record MachineLimits(
        int threads, int vectorBits, double readGigabytesPerSecond, double gigaflops) {

    /// Measures for a few seconds: the best of many short samples, so that another process disturbs
    /// some of them only. Takes up to 1 GiB of heap for that time, and no more than a quarter of
    /// what the heap may have.
    ///
    /// @throws IllegalArgumentException when the number of threads is not positive
    public static MachineLimits measure(int threads) {
        if (threads <= 0) {
            throw new IllegalArgumentException("threads: " + threads);
        }
        try (Limits limits = new Limits(threads)) {
            double bytes = limits.bytesPerSecond(Runtime.getRuntime().maxMemory() / 4);
            double flops = limits.flopsPerSecond();
            return new MachineLimits(threads, VectorKernels.vectorBits(), bytes / 1e9, flops / 1e9);
        }
    }
}
