package dev.sayso.app.cli;

import dev.sayso.engine.WarmUp;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A warm-up that is half done and costs nothing.
final class ScriptedWarming implements Warming {

    boolean closed;
    @Nullable Path awaited;

    @Override
    public WarmUp.Progress progress() {
        return new WarmUp.Progress(0.5, Duration.ofMillis(120));
    }

    @Override
    public void awaitFor(Path model) {
        awaited = model;
    }

    @Override
    public void close() {
        closed = true;
    }
}
