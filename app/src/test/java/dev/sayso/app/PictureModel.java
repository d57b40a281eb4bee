package dev.sayso.app;

import dev.sayso.app.recognition.Transcriber;
import dev.sayso.engine.Hints;
import dev.sayso.engine.Language;
import dev.sayso.engine.StreamListener;
import dev.sayso.engine.StreamOptions;
import dev.sayso.engine.Transcript;
import dev.sayso.engine.Transcript.Segment;
import dev.sayso.engine.Transcript.Timings;
import dev.sayso.engine.TranscriptEvent;
import dev.sayso.engine.audio.AudioSource;
import dev.sayso.engine.audio.Pcm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// A model for pictures: it writes the sentences of an interview, one for every three seconds of
/// a file, and stops when it has written as many as it may.
final class PictureModel implements Transcriber {

    private static final String[] SENTENCES = {
        "Good morning, and thank you for coming all the way here.",
        "Did you find the place easily?",
        "We did, thank you. The road along the river is closed, so we went round by the bridge.",
        "That bridge is why we are here today.",
        "It was built in the winter of 1931, and it has carried far more than it was made for.",
        "The council will vote on the repairs next month.",
    };
    private static final int STRETCH = 3 * Pcm.RATE;

    /// How many sentences it may still write.
    final Semaphore sentences = new Semaphore(0);

    private final Transcriber live;

    /// @param live does dictations
    PictureModel(Transcriber live) {
        this.live = live;
    }

    @Override
    public Transcript transcribe(Pcm audio, Hints hints, Consumer<? super TranscriptEvent> listener)
            throws InterruptedException {
        List<Segment> written = new ArrayList<>();
        for (int at = 0; at < audio.length(); at += STRETCH) {
            String sentence = SENTENCES[at / STRETCH % SENTENCES.length];
            listener.accept(new TranscriptEvent.Tentative(sentence.substring(0, 25)));
            sentences.acquire();
            Segment segment =
                    new Segment(
                            sentence,
                            time(at),
                            time(Math.min(audio.length(), at + STRETCH)),
                            Language.ENGLISH);
            written.add(segment);
            listener.accept(new TranscriptEvent.Committed(segment));
            listener.accept(new TranscriptEvent.Progress(segment.end(), audio.duration()));
        }
        Duration ms = Duration.ofMillis(1);
        return new Transcript(
                written,
                new Timings(audio.duration(), ms, ms, ms, ms, ms, Transcript.Work.none()),
                List.of());
    }

    private static Duration time(int samples) {
        return Duration.ofMillis(samples * 1000L / Pcm.RATE);
    }

    @Override
    public Transcript listen(
            AudioSource source, Hints hints, StreamOptions options, StreamListener listener)
            throws java.io.IOException, InterruptedException {
        return live.listen(source, hints, options, listener);
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }

    @Override
    public void close() {}
}
