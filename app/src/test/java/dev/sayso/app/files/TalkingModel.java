package dev.sayso.app.files;

import dev.sayso.app.recognition.Transcriber;
import dev.sayso.engine.Hints;
import dev.sayso.engine.Language;
import dev.sayso.engine.StreamListener;
import dev.sayso.engine.StreamOptions;
import dev.sayso.engine.Transcript;
import dev.sayso.engine.Transcript.Segment;
import dev.sayso.engine.Transcript.Timings;
import dev.sayso.engine.TranscriptEvent;
import dev.sayso.engine.TranscriptEvent.Committed;
import dev.sayso.engine.TranscriptEvent.Progress;
import dev.sayso.engine.TranscriptEvent.Tentative;
import dev.sayso.engine.audio.AudioSource;
import dev.sayso.engine.audio.Pcm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// Says one sentence for each half minute of sound, when it is let.
final class TalkingModel implements Transcriber {

    private static final Duration MS = Duration.ofMillis(1);

    /// How many sentences it may still say.
    final Semaphore sentences = new Semaphore(0);

    /// What it was given.
    final List<Pcm> heard = new CopyOnWriteArrayList<>();

    final List<Hints> hints = new CopyOnWriteArrayList<>();
    final List<String> warnings = new CopyOnWriteArrayList<>();

    TalkingModel talkingFreely() {
        sentences.release(1_000_000);
        return this;
    }

    @Override
    public Transcript transcribe(
            Pcm audio, Hints wanted, Consumer<? super TranscriptEvent> listener)
            throws InterruptedException {
        heard.add(audio);
        hints.add(wanted);
        List<Segment> said = new ArrayList<>();
        int stretch = 30 * Pcm.RATE;
        for (int at = 0; at < audio.length(); at += stretch) {
            int end = Math.min(audio.length(), at + stretch);
            listener.accept(new Tentative("so far"));
            sentences.acquire();
            Segment segment =
                    new Segment(
                            "Sentence of %.0f s.".formatted((end - at) / (double) Pcm.RATE),
                            FileWork.time(at),
                            FileWork.time(end),
                            Language.ENGLISH);
            said.add(segment);
            listener.accept(new Committed(segment));
            listener.accept(new Progress(segment.end(), audio.duration()));
        }
        Timings timings = new Timings(audio.duration(), MS, MS, MS, MS, MS, Transcript.Work.none());
        return new Transcript(said, timings, warnings);
    }

    @Override
    public Transcript listen(
            AudioSource source, Hints wanted, StreamOptions options, StreamListener listener) {
        throw new UnsupportedOperationException("files are not streams");
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }

    @Override
    public void close() {}
}
