package dev.sayso.app.recognition;

import java.util.concurrent.CompletableFuture;

/// A task handed to the recognition.
public interface RecognitionRun<T> {

    /// Completed on the recognition thread: with the task's result, or with its exception, as it
    /// is: an [java.io.IOException] also when the model cannot be opened, a [PreemptedException],
    /// a [java.util.concurrent.CancellationException] after [#cancel], an [OutOfMemoryError].
    CompletableFuture<T> outcome();

    /// Ends the run; returns at once, the outcome follows.
    void cancel();
}
