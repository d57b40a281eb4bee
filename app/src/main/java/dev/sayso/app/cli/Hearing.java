package dev.sayso.app.cli;

import dev.sayso.app.recognition.Transcriber;
import dev.sayso.engine.Hints;
import dev.sayso.engine.StreamOptions;
import dev.sayso.engine.Transcript;
import dev.sayso.engine.audio.AudioSource;
import dev.sayso.engine.audio.Pcm;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/// Sound that can be had, and the way it is to be heard.
sealed interface Hearing extends Closeable {

    /// Lets a recognizer hear it.
    Transcript by(Transcriber transcriber, Hints hints, RunListener listener)
            throws IOException, InterruptedException;

    /// What was odd about it, one sentence each; for a stream once it was heard.
    List<String> warnings();

    /// A recording as a whole.
    record Whole(Pcm sound, List<String> warnings) implements Hearing {

        @Override
        public Transcript by(Transcriber transcriber, Hints hints, RunListener listener)
                throws InterruptedException {
            return transcriber.transcribe(sound, hints, listener);
        }

        @Override
        public void close() {}
    }

    /// Sound as it arrives.
    ///
    /// @param name for errors
    /// @param source what is read
    /// @param options how it is listened to
    /// @param oddities its warnings so far
    /// @param end closes it
    record Stream(
            String name,
            AudioSource source,
            StreamOptions options,
            Supplier<List<String>> oddities,
            Closeable end)
            implements Hearing {

        @Override
        public Transcript by(Transcriber transcriber, Hints hints, RunListener listener)
                throws IOException, InterruptedException {
            Transcript transcript = transcriber.listen(source, hints, options, listener::accept);
            if (transcript.timings().audio().isZero()) {
                throw new IOException(name + ": expected sound, found none");
            }
            return transcript;
        }

        @Override
        public List<String> warnings() {
            return oddities.get();
        }

        @Override
        public void close() throws IOException {
            end.close();
        }
    }
}
