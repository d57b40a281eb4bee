package dev.sayso.app.recognition;

import dev.sayso.engine.EngineOptions;
import dev.sayso.engine.Hints;
import dev.sayso.engine.SpeechRecognizer;
import dev.sayso.engine.StreamListener;
import dev.sayso.engine.StreamOptions;
import dev.sayso.engine.Transcript;
import dev.sayso.engine.TranscriptEvent;
import dev.sayso.engine.audio.AudioSource;
import dev.sayso.engine.audio.Pcm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// What the app needs of a [SpeechRecognizer], which is sealed; tests script it.
public interface Transcriber extends AutoCloseable {

    /// See [SpeechRecognizer#transcribe].
    Transcript transcribe(Pcm audio, Hints hints, Consumer<? super TranscriptEvent> listener)
            throws InterruptedException;

    /// See [SpeechRecognizer#listen].
    Transcript listen(
            AudioSource source, Hints hints, StreamOptions options, StreamListener listener)
            throws IOException, InterruptedException;

    /// See [SpeechRecognizer#warnings].
    List<String> warnings();

    @Override
    void close();

    /// Opens a model.
    @FunctionalInterface
    interface Opener {
        /// See [SpeechRecognizer#open].
        Transcriber open(Path folder, EngineOptions options) throws IOException;
    }

    /// The engine.
    static Transcriber open(Path folder, EngineOptions options) throws IOException {
        SpeechRecognizer recognizer = SpeechRecognizer.open(folder, options);
        return new Transcriber() {
            @Override
            public Transcript transcribe(
                    Pcm audio, Hints hints, Consumer<? super TranscriptEvent> listener)
                    throws InterruptedException {
                return recognizer.transcribe(audio, hints, listener);
            }

            @Override
            public Transcript listen(
                    AudioSource source, Hints hints, StreamOptions options, StreamListener listener)
                    throws IOException, InterruptedException {
                return recognizer.listen(source, hints, options, listener);
            }

            @Override
            public List<String> warnings() {
                return recognizer.warnings();
            }

            @Override
            public void close() {
                recognizer.close();
            }
        };
    }
}
