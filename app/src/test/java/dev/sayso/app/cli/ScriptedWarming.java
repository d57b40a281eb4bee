package dev.sayso.app.cli;

import dev.sayso.engine.WarmUp;
import java.time.Duration;

/// A warm-up that is half done and costs nothing.
final class ScriptedWarming implements Warming {

    boolean closed;

    @Override
    public WarmUp.Progress progress() {
        return new WarmUp.Progress(0.5, Duration.ofMillis(120));
    }

    @Override
    public void close() {
        closed = true;
    }
}
