package dev.sayso.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A transcript in the making: keeps what is committed and tells the listener.
///
/// All events of a run come from here, so their laws are kept here.
final class TranscriptWriter {

    private final Consumer<? super TranscriptEvent> listener;
    private final boolean detectsLanguage;
    private final List<Transcript.Segment> segments = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String tentative = "";
    private @Nullable Language toldLanguage;
    private Duration toldDone = Duration.ZERO;

    TranscriptWriter(Hints hints, Consumer<? super TranscriptEvent> listener) {
        this.listener = listener;
        this.detectsLanguage = hints.language() == null;
    }

    /// All committed text.
    String text() {
        return text.toString();
    }

    /// Commits text.
    ///
    /// @param more trimmed; nothing happens when it is empty
    void commit(String more, Duration start, Duration end, @Nullable Language language) {
        if (more.isEmpty()) {
            return;
        }
        Transcript.Segment segment = new Transcript.Segment(more, start, end, language);
        text.append(Joint.between(text, more)).append(more);
        segments.add(segment);
        tentative = "";
        listener.accept(new TranscriptEvent.Committed(segment));
    }

    /// Shows the text after the committed one, when it is another than before.
    void show(String now) {
        if (!now.equals(tentative)) {
            tentative = now;
            listener.accept(new TranscriptEvent.Tentative(now));
        }
    }

    /// Tells the language, when it is another than before and nobody has said it.
    void tell(@Nullable Language language) {
        if (language != null && language != toldLanguage && detectsLanguage) {
            toldLanguage = language;
            listener.accept(new TranscriptEvent.LanguageDetected(language));
        }
    }

    /// Tells how far the run is; never backwards.
    void progress(Duration done, Duration total) {
        if (done.compareTo(toldDone) >= 0) {
            toldDone = done;
            listener.accept(new TranscriptEvent.Progress(done, total));
        }
    }

    void warn(String sentence) {
        warnings.add(sentence);
    }

    Transcript transcript(Transcript.Timings timings) {
        return new Transcript(segments, timings, warnings);
    }
}
