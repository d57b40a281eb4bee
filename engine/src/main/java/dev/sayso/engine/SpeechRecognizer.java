package dev.sayso.engine;

import dev.sayso.engine.audio.Pcm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// A model, open and ready to listen.
///
/// Calls block; cancel one by interrupting its thread. One run at a time: a second call while one
/// runs is an [IllegalStateException]. Use a platform thread: the caller computes, too.
public sealed interface SpeechRecognizer extends AutoCloseable permits Qwen3Recognizer {

    /// Opens a model folder: `config.json`, `model.safetensors` (or shards with an index),
    /// `vocab.json`, `merges.txt`, `tokenizer_config.json`.
    ///
    /// @throws java.io.InterruptedIOException when the calling thread is interrupted; it stays so
    /// @throws IOException naming the file, what was expected and what was found
    static SpeechRecognizer open(Path folder, EngineOptions options) throws IOException {
        return Qwen3Recognizer.open(folder, options);
    }

    /// Writes down what is said.
    ///
    /// @param listener told on the calling thread
    /// @throws ContextTooLongException before anything else, when the hints' context is too long
    /// @throws DamagedModelException when the weights turn out to make no numbers
    /// @throws InterruptedException when the calling thread is interrupted; the text so far has
    ///     reached the listener
    Transcript transcribe(Pcm audio, Hints hints, Consumer<? super TranscriptEvent> listener)
            throws InterruptedException;

    /// What opening the model could not do as asked, a sentence each; it works all the same.
    List<String> warnings();

    /// Frees the model. Interrupts a run and waits for it.
    @Override
    void close();
}
