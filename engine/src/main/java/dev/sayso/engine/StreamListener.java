package dev.sayso.engine;

import java.util.function.Consumer;

/// Hears what [SpeechRecognizer#listen] has to tell, on the thread that called it.
@FunctionalInterface
public interface StreamListener extends Consumer<TranscriptEvent> {

    /// Told after the events of each round what it cost; for measuring.
    default void roundDone(StreamRound round) {}
}
