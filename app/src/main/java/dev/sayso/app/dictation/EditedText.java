package dev.sayso.app.dictation;

import dev.sayso.app.transcript.Cue;
import dev.sayso.app.transcript.TranscriptDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Puts a text that was edited as one piece back into cues. Those at both ends whose text was left
/// alone keep their times; what is between is one cue.
final class EditedText {

    private EditedText() {}

    /// The document with another text.
    static TranscriptDocument of(TranscriptDocument document, String edited) {
        if (edited.equals(document.text())) {
            return document;
        }
        List<Cue> cues = document.cues();
        int first = 0;
        int from = 0;
        while (first < cues.size()) {
            int at = skipSpace(edited, from);
            String text = cues.get(first).text();
            if (!edited.startsWith(text, at) || !ends(edited, at + text.length())) {
                break;
            }
            from = at + text.length();
            first++;
        }
        int last = cues.size();
        int to = edited.length();
        while (last > first) {
            int at = skipSpaceBack(edited, to);
            String text = cues.get(last - 1).text();
            int start = at - text.length();
            if (start < from || !edited.startsWith(text, start) || !ends(edited, start)) {
                break;
            }
            to = start;
            last--;
        }
        return document.withCues(joined(document, first, last, edited.substring(from, to).strip()));
    }

    private static List<Cue> joined(
            TranscriptDocument document, int first, int last, String middle) {
        List<Cue> cues = document.cues();
        List<Cue> result = new ArrayList<>(cues.subList(0, first));
        if (!middle.isEmpty()) {
            Duration before = first == 0 ? Duration.ZERO : cues.get(first - 1).end();
            Duration after = last == cues.size() ? longer(document) : cues.get(last).start();
            Duration start = first < last ? cues.get(first).start() : before;
            Duration end = first < last ? cues.get(last - 1).end() : after;
            result.add(new Cue(start, end.compareTo(start) < 0 ? start : end, middle));
        }
        result.addAll(cues.subList(last, cues.size()));
        return result;
    }

    /// The end of the sound, or of the last cue.
    private static Duration longer(TranscriptDocument document) {
        Duration end = document.cues().isEmpty() ? Duration.ZERO : document.cues().getLast().end();
        return end.compareTo(document.length()) > 0 ? end : document.length();
    }

    /// Whether no word goes on across a place.
    private static boolean ends(String text, int at) {
        return at == 0
                || at >= text.length()
                || !Character.isLetterOrDigit(text.codePointBefore(at))
                || !Character.isLetterOrDigit(text.codePointAt(at));
    }

    private static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int skipSpaceBack(String text, int from) {
        int at = from;
        while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }
}
