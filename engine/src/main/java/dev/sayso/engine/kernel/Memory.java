package dev.sayso.engine.kernel;

import java.lang.foreign.MemorySegment;

/// Where packed weights go: gives memory that lives as long as the model is open.
@FunctionalInterface
public interface Memory {

    /// Zeroed memory of so many bytes, aligned to 64.
    MemorySegment allocate(long bytes);
}
