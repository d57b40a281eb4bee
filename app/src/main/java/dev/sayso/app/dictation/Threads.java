package dev.sayso.app.dictation;

import dev.sayso.app.ui.FxThread;
import java.util.concurrent.Executor;

/// Where work is done; tests bring their own.
///
/// @param fx one thread, which owns all state; work is done in the order it was handed in
/// @param background for what waits
public record Threads(Executor fx, Executor background) {

    /// The FX thread, and virtual threads.
    public static Threads ofWindow() {
        return new Threads(
                FxThread::inOrder, work -> Thread.ofVirtual().name("dictation").start(work));
    }
}
