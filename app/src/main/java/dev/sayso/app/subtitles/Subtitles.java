package dev.sayso.app.subtitles;

import dev.sayso.engine.Transcript;
import dev.sayso.engine.Transcript.Segment;
import java.util.Locale;

/// SubRip and WebVTT: one cue for each segment.
final class Subtitles {

    private Subtitles() {}

    /// Numbered from 1, comma before the milliseconds, line feeds (which players accept as well as
    /// the traditional CRLF), no byte-order mark.
    static String srt(Transcript transcript) {
        StringBuilder text = new StringBuilder();
        int number = 1;
        for (Segment segment : transcript.segments()) {
            text.append(number++).append('\n');
            appendTimes(text, segment, ',');
            // an arrow could be taken for a line of times
            text.append(oneLine(segment.text()).replace("-->", "->")).append("\n\n");
        }
        return text.toString();
    }

    /// Source: W3C WebVTT, sections 4.1 and 6.4: `&` and `<` are escaped, and `>` as well, so that
    /// `-->` cannot occur.
    static String vtt(Transcript transcript) {
        StringBuilder text = new StringBuilder("WEBVTT\n\n");
        text.append("NOTE times are estimated: those of whole stretches of sound\n\n");
        for (Segment segment : transcript.segments()) {
            appendTimes(text, segment, '.');
            text.append(
                            oneLine(segment.text())
                                    .replace("&", "&amp;")
                                    .replace("<", "&lt;")
                                    .replace(">", "&gt;"))
                    .append("\n\n");
        }
        return text.toString();
    }

    private static void appendTimes(StringBuilder text, Segment segment, char point) {
        long start = Times.millis(segment.start());
        // both formats want an end after the start
        long end = Math.max(Times.millis(segment.end()), start + 1);
        text.append(stamp(start, point)).append(" --> ").append(stamp(end, point)).append('\n');
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

    /// An empty line would end the cue.
    private static String oneLine(String text) {
        return text.replaceAll("\\R+", " ");
    }
}
