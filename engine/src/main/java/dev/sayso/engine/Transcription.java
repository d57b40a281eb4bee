package dev.sayso.engine;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A transcript in the making: decodes stretch after stretch.
final class Transcription {

    private final StretchDecoder decoder;
    private final Hints hints;
    private final Costs costs;
    private final TranscriptWriter writer;
    private final PastTextGuard pastText;

    Transcription(StretchDecoder decoder, Hints hints, Costs costs, TranscriptWriter writer) {
        this.decoder = decoder;
        this.hints = hints;
        this.costs = costs;
        this.writer = writer;
        this.pastText = new PastTextGuard(hints.pastText());
    }

    /// Decodes the next stretch and commits its text.
    ///
    /// @param total length of the whole recording
    void add(Stretch stretch, Duration total) throws InterruptedException {
        writer.progress(stretch.start(), total);
        Heard heard = hear(stretch);
        warn(stretch, heard);
        Language language = language(heard.output().language());
        writer.tell(language);
        writer.commit(heard.text(), stretch.start(), stretch.end(), language);
    }

    private Heard hear(Stretch stretch) throws InterruptedException {
        String past = pastText.past(writer.text());
        if (past == null) {
            return decoder.decode(stretch.audio(), hints, null, costs, this::show);
        }
        // what may have to be decoded again is not shown
        Heard with = decoder.decode(stretch.audio(), hints, past, costs, _ -> {});
        if (!pastText.suspects(with, stretch.audio().seconds(), writer.text())) {
            return with;
        }
        Heard without = decoder.decode(stretch.audio(), hints, null, costs, _ -> {});
        return pastText.choose(with, without, writer.text());
    }

    private void show(Answer answer) {
        answer.language().ifPresent(name -> writer.tell(language(name)));
        if (answer.grew()) {
            writer.show(answer.text());
        }
    }

    private static @Nullable Language language(@Nullable String name) {
        return name == null ? null : Language.find(name).orElse(null);
    }

    private void warn(Stretch stretch, Heard heard) {
        String where =
                String.format(
                        Locale.ROOT,
                        "%.1f–%.1f s",
                        stretch.start().toMillis() / 1000.0,
                        stretch.end().toMillis() / 1000.0);
        switch (heard.ending()) {
            case LOOP -> writer.warn(where + ": the model repeated itself; the loop was cut");
            case LIMIT -> writer.warn(where + ": the text was longer than speech can be; cut");
            case STOP -> {
                if (heard.output().repaired()) {
                    writer.warn(where + ": a repetition was cut");
                }
            }
        }
    }
}
