package dev.sayso.app.subtitles;

import dev.sayso.app.transcript.Cue;
import java.util.List;
import java.util.Locale;

/// SubRip and WebVTT.
final class Subtitles {

    private Subtitles() {}

    /// Numbered from 1, comma before the milliseconds, line feeds (which players accept as well as
    /// the traditional CRLF), no byte-order mark.
    static String srt(List<SubtitleCue> cues) {
        StringBuilder text = new StringBuilder();
        int number = 1;
        for (SubtitleCue cue : cues) {
            text.append(number++).append('\n');
            appendTimes(text, cue.cue(), ',');
            // an arrow could be taken for a line of times
            cue.lines().forEach(line -> text.append(line.replace("-->", "->")).append('\n'));
            text.append('\n');
        }
        return text.toString();
    }

    /// Source: W3C WebVTT, sections 4.1 and 6.4: `&` and `<` are escaped, and `>` as well, so that
    /// `-->` cannot occur.
    ///
    /// @param note a remark for who reads the file; empty for none
    static String vtt(List<SubtitleCue> cues, String note) {
        StringBuilder text = new StringBuilder("WEBVTT\n\n");
        if (!note.isEmpty()) {
            text.append("NOTE ").append(note).append("\n\n");
        }
        for (SubtitleCue cue : cues) {
            appendTimes(text, cue.cue(), '.');
            cue.lines().forEach(line -> text.append(escaped(line)).append('\n'));
            text.append('\n');
        }
        return text.toString();
    }

    private static String escaped(String line) {
        return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void appendTimes(StringBuilder text, Cue cue, char point) {
        text.append(stamp(Times.millis(cue.start()), point))
                .append(" --> ")
                .append(stamp(Times.millis(cue.end()), point))
                .append('\n');
    }

    /// `HH:MM:SS,mmm`; hours take as many digits as they need.
    static String stamp(long millis, char point) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d%c%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                point,
                millis % 1000);
    }
}
