package dev.sayso.app.cli;

import dev.sayso.engine.EngineOptions;
import dev.sayso.engine.WarmUp;

/// What the command line needs of a [WarmUp]; tests do without the real one.
interface Warming extends AutoCloseable {

    /// See [WarmUp#progress].
    WarmUp.Progress progress();

    @Override
    void close();

    /// Begins one.
    @FunctionalInterface
    interface Beginner {
        /// See [WarmUp#begin].
        Warming begin(EngineOptions options);
    }

    /// The engine's.
    static Warming begin(EngineOptions options) {
        WarmUp warmUp = WarmUp.begin(options);
        return new Warming() {
            @Override
            public WarmUp.Progress progress() {
                return warmUp.progress();
            }

            @Override
            public void close() {
                warmUp.close();
            }
        };
    }
}
