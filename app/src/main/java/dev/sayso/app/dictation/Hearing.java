package dev.sayso.app.dictation;

import dev.sayso.app.recognition.RecognitionTask;
import dev.sayso.app.recognition.Transcriber;
import dev.sayso.engine.StreamListener;
import dev.sayso.engine.StreamOptions;
import dev.sayso.engine.StreamRound;
import dev.sayso.engine.Transcript;
import dev.sayso.engine.TranscriptEvent;
import dev.sayso.engine.audio.AudioSource;
import dev.sayso.engine.audio.WavFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/// Lets a model hear a dictation, on the recognition thread, and tells what it understands.
final class Hearing implements RecognitionTask<Heard> {

    /// How much of the rounds before counts: the first ones are slow, and soon forgotten.
    private static final double REMEMBERED = 0.7;

    /// Where sound comes from: a take, or a file.
    @FunctionalInterface
    private interface Sound {
        Transcript by(Transcriber transcriber, StreamListener listener)
                throws IOException, InterruptedException;
    }

    private final Heard.Wish wish;
    private final SpokenCues cues;
    private final Consumer<LiveText> text;
    private final DoubleConsumer speed;
    private final Sound sound;
    private double fresh;
    private double compute;
    private volatile boolean begun;

    /// Of a take.
    ///
    /// @param text told on the recognition thread whenever there is news
    /// @param speed seconds of sound in a second of work, told likewise
    Hearing(Heard.Wish wish, TakenSound source, Consumer<LiveText> text, DoubleConsumer speed) {
        this.wish = wish;
        this.cues = new SpokenCues(wish.replacements());
        this.text = text;
        this.speed = speed;
        this.sound = (transcriber, listener) -> listen(transcriber, source, listener);
    }

    /// Of a recording.
    Hearing(Heard.Wish wish, Path recording, Consumer<LiveText> text, DoubleConsumer speed) {
        this.wish = wish;
        this.cues = new SpokenCues(wish.replacements());
        this.text = text;
        this.speed = speed;
        this.sound =
                (transcriber, listener) -> {
                    try (InputStream in =
                            new BufferedInputStream(Files.newInputStream(recording))) {
                        AudioSource source = WavFile.stream(in, recording.toString());
                        return listen(transcriber, source, listener);
                    }
                };
    }

    /// Whether the model was open, and the run has begun.
    boolean hasBegun() {
        return begun;
    }

    @Override
    public Heard run(Transcriber transcriber, String model)
            throws IOException, InterruptedException {
        begun = true;
        Transcript transcript = sound.by(transcriber, new Listener());
        return new Heard(
                cues.cues(),
                model,
                transcript.language().orElse(null),
                transcript.timings().audio());
    }

    private Transcript listen(Transcriber transcriber, AudioSource source, StreamListener listener)
            throws IOException, InterruptedException {
        return transcriber.listen(source, wish.hints(), StreamOptions.defaults(), listener);
    }

    private final class Listener implements StreamListener {

        private String committed = "";

        @Override
        public void accept(TranscriptEvent event) {
            switch (event) {
                case TranscriptEvent.Tentative(String tentative) ->
                        text.accept(new LiveText(committed, tentative));
                case TranscriptEvent.Committed(Transcript.Segment segment) -> {
                    cues.add(segment);
                    committed = cues.text();
                    text.accept(new LiveText(committed, ""));
                }
                case TranscriptEvent.LanguageDetected _, TranscriptEvent.Progress _ -> {}
            }
        }

        @Override
        public void roundDone(StreamRound round) {
            fresh = REMEMBERED * fresh + round.fresh().toNanos();
            compute = REMEMBERED * compute + round.compute().toNanos();
            if (compute > 0) {
                speed.accept(fresh / compute);
            }
        }
    }
}
