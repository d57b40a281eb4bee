package dev.sayso.app.cli;

import dev.sayso.engine.EngineOptions;
import dev.sayso.engine.WarmUp;
import java.io.IOException;
import java.nio.file.Path;

/// What the command line needs of a [WarmUp]; tests do without the real one.
interface Warming extends AutoCloseable {

    /// See [WarmUp#progress].
    WarmUp.Progress progress();

    /// See [WarmUp#awaitFor].
    void awaitFor(Path model) throws IOException, InterruptedException;

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
            public void awaitFor(Path model) throws IOException, InterruptedException {
                warmUp.awaitFor(model);
            }

            @Override
            public void close() {
                warmUp.close();
            }
        };
    }
}
