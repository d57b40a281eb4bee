package dev.sayso.app.subtitles;

import dev.sayso.app.transcript.TranscriptDocument;
import java.util.regex.Pattern;

/// CommonMark: a heading, and a paragraph for what is said without a long pause, after its time.
final class Markdown {

    /// What has a meaning anywhere in a line.
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>#|~&]");

    private Markdown() {}

    static String render(TranscriptDocument document) {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(escaped(TextWidth.oneLine(document.title()))).append("\n");
        for (Paragraph paragraph : Paragraph.of(document.cues())) {
            text.append("\n**")
                    .append(paragraph.time())
                    .append("** ")
                    .append(escaped(paragraph.text()))
                    .append('\n');
        }
        return text.toString();
    }

    private static String escaped(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
    }
}
