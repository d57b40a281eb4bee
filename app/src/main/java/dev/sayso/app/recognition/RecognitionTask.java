package dev.sayso.app.recognition;

import java.io.IOException;

/// What is done with an open model, on the recognition thread.
@FunctionalInterface
public interface RecognitionTask<T> {

    /// @param model the name of the model that does the work
    /// @throws IOException when the sound breaks
    /// @throws InterruptedException when the run is cancelled, or interrupted for a dictation
    T run(Transcriber transcriber, String model) throws IOException, InterruptedException;
}
