package dev.sayso.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A transcript in the making: decodes stretch after stretch and tells the listener.
final class Transcription {

    private final StretchDecoder decoder;
    private final Hints hints;
    private final Costs costs;
    private final Consumer<? super TranscriptEvent> listener;
    private final PastTextGuard pastText;
    private final List<Transcript.Segment> segments = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable Language toldLanguage;

    Transcription(
            StretchDecoder decoder,
            Hints hints,
            Costs costs,
            Consumer<? super TranscriptEvent> listener) {
        this.decoder = decoder;
        this.hints = hints;
        this.costs = costs;
        this.listener = listener;
        this.pastText = new PastTextGuard(hints.pastText());
    }

    /// Decodes the next stretch and commits its text.
    ///
    /// @param total length of the whole recording
    void add(Stretch stretch, Duration total) throws InterruptedException {
        listener.accept(new TranscriptEvent.Progress(stretch.start(), total));
        Heard heard = hear(stretch);
        warn(stretch, heard);
        Language language = language(heard.output().language());
        tell(language);
        if (!heard.text().isEmpty()) {
            Transcript.Segment segment =
                    new Transcript.Segment(heard.text(), stretch.start(), stretch.end(), language);
            text.append(Joint.between(text, segment.text())).append(segment.text());
            segments.add(segment);
            listener.accept(new TranscriptEvent.Committed(segment));
        }
    }

    private Heard hear(Stretch stretch) throws InterruptedException {
        String past = pastText.past(text.toString());
        if (past == null) {
            return decoder.decode(stretch.audio(), hints, null, costs, this::show);
        }
        // what may have to be decoded again is not shown
        Heard with = decoder.decode(stretch.audio(), hints, past, costs, _ -> {});
        if (!pastText.suspects(with, stretch.audio().seconds(), text.toString())) {
            return with;
        }
        Heard without = decoder.decode(stretch.audio(), hints, null, costs, _ -> {});
        return pastText.choose(with, without, text.toString());
    }

    private void show(Answer answer) {
        answer.language().ifPresent(name -> tell(language(name)));
        if (answer.grew()) {
            listener.accept(new TranscriptEvent.Tentative(answer.text()));
        }
    }

    private @Nullable Language language(@Nullable String name) {
        return name == null ? null : Language.find(name).orElse(null);
    }

    private void tell(@Nullable Language language) {
        if (language != null && language != toldLanguage && hints.language() == null) {
            toldLanguage = language;
            listener.accept(new TranscriptEvent.LanguageDetected(language));
        }
    }

    private void warn(Stretch stretch, Heard heard) {
        String where =
                String.format(
                        Locale.ROOT,
                        "%.1f–%.1f s",
                        stretch.start().toMillis() / 1000.0,
                        stretch.end().toMillis() / 1000.0);
        switch (heard.ending()) {
            case LOOP -> warnings.add(where + ": the model repeated itself; the loop was cut");
            case LIMIT -> warnings.add(where + ": the text was longer than speech can be; cut");
            case STOP -> {
                if (heard.output().repaired()) {
                    warnings.add(where + ": a repetition was cut");
                }
            }
        }
    }

    Transcript transcript(Transcript.Timings timings) {
        return new Transcript(segments, timings, warnings);
    }
}
