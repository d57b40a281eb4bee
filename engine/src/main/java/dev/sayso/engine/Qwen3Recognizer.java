package dev.sayso.engine;

import dev.sayso.engine.audio.Pcm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

final class Qwen3Recognizer implements SpeechRecognizer {

    static Qwen3Recognizer open(Path folder, EngineOptions options) throws IOException {
        if (options.threads() > 512) {
            throw new IOException(folder + ": " + options);
        }
        return new Qwen3Recognizer();
    }

    @Override
    public Transcript transcribe(Pcm audio, Hints hints, Consumer<? super TranscriptEvent> listener)
            throws InterruptedException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
