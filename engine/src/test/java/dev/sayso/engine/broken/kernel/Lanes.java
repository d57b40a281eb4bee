package dev.sayso.engine.broken.kernel;

import org.jspecify.annotations.Nullable;

/// Not broken: this one may read a system property.
final class Lanes {
    private Lanes() {}

    static @Nullable Integer readsNumber() {
        return Integer.getInteger("dev.sayso.vectorBits");
    }
}
