package dev.sayso.app.dictation;

import dev.sayso.app.replacements.Replacements;
import dev.sayso.app.transcript.Cue;
import dev.sayso.engine.Joint;
import dev.sayso.engine.Transcript.Segment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Makes cues of what is committed: a few words at a time are put together to sentences, and each
/// of these gets the user's replacements. For one thread.
final class SpokenCues {

    private static final String SENTENCE_ENDS = ".?!…。？！";
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration LONGEST_GAP = Duration.ofMillis(700);

    private final Replacements replacements;
    private final List<Cue> finished = new ArrayList<>();
    private final StringBuilder finishedText = new StringBuilder();

    /// As it was heard, without replacements; empty before the first segment.
    private final List<Segment> sentence = new ArrayList<>();

    SpokenCues(Replacements replacements) {
        this.replacements = replacements;
    }

    /// Adds what comes next.
    void add(Segment segment) {
        if (!sentence.isEmpty() && !continues(segment)) {
            Cue cue = current();
            append(finishedText, cue.text());
            finished.add(cue);
            sentence.clear();
        }
        sentence.add(segment);
    }

    private boolean continues(Segment next) {
        Segment last = sentence.getLast();
        int end = last.text().codePointBefore(last.text().length());
        return SENTENCE_ENDS.indexOf(end) < 0
                && next.start().minus(last.end()).compareTo(LONGEST_GAP) < 0
                && next.end().minus(sentence.getFirst().start()).compareTo(LONGEST) <= 0;
    }

    private Cue current() {
        StringBuilder heard = new StringBuilder();
        sentence.forEach(segment -> append(heard, segment.text()));
        return new Cue(
                sentence.getFirst().start(),
                sentence.getLast().end(),
                replacements.in(heard.toString()));
    }

    private static void append(StringBuilder text, String more) {
        text.append(Joint.between(text, more)).append(more);
    }

    /// All cues so far that have text.
    List<Cue> cues() {
        List<Cue> all = new ArrayList<>(finished);
        if (!sentence.isEmpty()) {
            all.add(current());
        }
        all.removeIf(cue -> cue.text().isBlank());
        return all;
    }

    /// The text of all cues.
    String text() {
        StringBuilder text = new StringBuilder(finishedText);
        if (!sentence.isEmpty()) {
            append(text, current().text());
        }
        return text.toString();
    }
}
