package dev.sayso.app.subtitles;

import dev.sayso.app.transcript.Cue;
import dev.sayso.app.transcript.TranscriptDocument;
import java.time.Duration;
import java.util.Locale;

/// Comma-separated values by RFC 4180: CRLF, quotes around what needs them.
///
/// Two things are for spreadsheets: a byte-order mark, without which they take UTF-8 for something
/// else, and an apostrophe before a text that they would run as a formula.
final class Csv {

    private Csv() {}

    static String render(TranscriptDocument document) {
        StringBuilder text = new StringBuilder("\ufeffstart,end,text\r\n");
        for (Cue cue : document.cues()) {
            text.append(seconds(cue.start()))
                    .append(',')
                    .append(seconds(cue.end()))
                    .append(',')
                    .append(cell(cue.text()))
                    .append("\r\n");
        }
        return text.toString();
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", Times.seconds(time));
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> "\",\r\n".indexOf(c) >= 0);
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
