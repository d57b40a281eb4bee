package dev.sayso.app.subtitles;

import dev.sayso.app.transcript.Cue;
import dev.sayso.engine.Joint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Cues that are read in one go.
///
/// @param start when the first of them is heard
/// @param text on one line
record Paragraph(Duration start, String text) {

    /// After a silence as long as this, something new begins.
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /// A paragraph longer than this ends with its sentence.
    private static final int LONG = 500;

    static List<Paragraph> of(List<Cue> cues) {
        List<Paragraph> paragraphs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Duration start = Duration.ZERO;
        Duration end = Duration.ZERO;
        for (Cue cue : cues) {
            String words = TextWidth.oneLine(cue.text());
            if (words.isEmpty()) {
                continue;
            }
            boolean paused = cue.start().minus(end).compareTo(PAUSE) >= 0;
            boolean full = text.length() > LONG && BreakQuality.endsSentence(text.toString());
            if (!text.isEmpty() && (paused || full)) {
                paragraphs.add(new Paragraph(start, text.toString()));
                text.setLength(0);
            }
            if (text.isEmpty()) {
                start = cue.start();
            }
            text.append(Joint.between(text, words)).append(words);
            end = cue.end();
        }
        if (!text.isEmpty()) {
            paragraphs.add(new Paragraph(start, text.toString()));
        }
        return paragraphs;
    }

    /// `H:MM:SS`, for people.
    String time() {
        return DocumentText.time(start);
    }
}
