package dev.sayso.app.recognition;

import dev.sayso.engine.Hints;
import dev.sayso.engine.StreamListener;
import dev.sayso.engine.StreamOptions;
import dev.sayso.engine.Transcript;
import dev.sayso.engine.TranscriptEvent;
import dev.sayso.engine.audio.AudioSource;
import dev.sayso.engine.audio.Pcm;
import java.util.List;
import java.util.function.Consumer;

/// Is never asked to do anything.
class IdleTranscriber implements Transcriber {

    @Override
    public Transcript transcribe(
            Pcm audio, Hints hints, Consumer<? super TranscriptEvent> listener) {
        throw new AssertionError("nobody should ask");
    }

    @Override
    public Transcript listen(
            AudioSource source, Hints hints, StreamOptions options, StreamListener listener) {
        throw new AssertionError("nobody should ask");
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }

    @Override
    public void close() {}
}
