package dev.sayso.app.files;

import dev.sayso.app.replacements.Replacements;
import dev.sayso.engine.Transcript.Segment;
import dev.sayso.engine.TranscriptEvent;
import dev.sayso.engine.TranscriptEvent.Committed;
import dev.sayso.engine.TranscriptEvent.LanguageDetected;
import dev.sayso.engine.TranscriptEvent.Progress;
import dev.sayso.engine.TranscriptEvent.Tentative;
import dev.sayso.engine.audio.Pcm;
import java.time.Duration;
import java.util.function.Consumer;

/// Brings what is heard of a portion into the file's time.
final class PortionListener implements Consumer<TranscriptEvent> {

    private final Duration offset;
    private final Replacements replacements;
    private final FileListener listener;
    private final WorkClock clock;
    private String model = "";
    private volatile int committed;

    /// @param start the portion's first sample
    /// @param replacements made in what is committed
    PortionListener(long start, Replacements replacements, FileListener listener, WorkClock clock) {
        this.offset = FileWork.time(start);
        this.replacements = replacements;
        this.listener = listener;
        this.clock = clock;
    }

    void begins(String name) {
        model = name;
        clock.start();
        listener.state(FileState.TRANSCRIBING);
    }

    void ends() {
        clock.stop();
    }

    /// Samples from the portion's beginning up to which text is committed.
    int committed() {
        return committed;
    }

    @Override
    public void accept(TranscriptEvent event) {
        switch (event) {
            case Committed(Segment segment) -> {
                committed = (int) (segment.end().toNanos() / 1000 * Pcm.RATE / 1_000_000);
                Duration end = segment.end().plus(offset);
                String text = replacements.in(segment.text());
                // a rule may take all of it away
                if (!text.isBlank()) {
                    listener.committed(
                            new Segment(
                                    text, segment.start().plus(offset), end, segment.language()),
                            model);
                }
                listener.reached(end, clock.time());
            }
            case Tentative(String text) -> listener.tentative(text);
            case Progress(Duration done, Duration _) ->
                    listener.reached(done.plus(offset), clock.time());
            case LanguageDetected _ -> {}
        }
    }
}
