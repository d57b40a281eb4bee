package dev.sayso.app.dictation;

import dev.sayso.app.transcript.Cue;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;

/// What a dictation is called: its first words.
final class Titles {

    private static final int LONGEST = 48;

    private Titles() {}

    static String of(List<Cue> cues) {
        String text = cues.getFirst().text().strip().replaceAll("\\s+", " ");
        if (text.length() <= LONGEST) {
            return text;
        }
        BreakIterator words = BreakIterator.getLineInstance(Locale.ROOT);
        words.setText(text);
        int end = words.preceding(LONGEST);
        return text.substring(0, end > LONGEST / 2 ? end : LONGEST).strip() + "…";
    }
}
