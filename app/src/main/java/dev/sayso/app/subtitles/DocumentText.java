package dev.sayso.app.subtitles;

import dev.sayso.app.transcript.Cue;
import dev.sayso.app.transcript.TranscriptDocument;
import java.time.Duration;
import java.util.Locale;

/// A document as plain text, with times and without.
final class DocumentText {

    private DocumentText() {}

    static String plain(TranscriptDocument document) {
        return document.text() + "\n";
    }

    static String withTimes(TranscriptDocument document) {
        StringBuilder text = new StringBuilder();
        for (Cue cue : document.cues()) {
            text.append('[')
                    .append(time(cue.start()))
                    .append("] ")
                    .append(TextWidth.oneLine(cue.text()))
                    .append('\n');
        }
        return text.toString();
    }

    /// `H:MM:SS`, as players show it.
    static String time(Duration time) {
        return String.format(
                Locale.ROOT,
                "%d:%02d:%02d",
                time.toHours(),
                time.toMinutesPart(),
                time.toSecondsPart());
    }
}
