package dev.sayso.app.editor;

import dev.sayso.app.transcript.Cue;
import java.util.ArrayList;
import java.util.List;

/// What an edit comes down to: some cues in a row are replaced by others.
///
/// @param at index of the first
/// @param removed what stood there
/// @param inserted what stands there now
record Splice(int at, List<Cue> removed, List<Cue> inserted) {

    Splice {
        removed = List.copyOf(removed);
        inserted = List.copyOf(inserted);
    }

    /// The same the other way round.
    Splice inverse() {
        return new Splice(at, inserted, removed);
    }

    boolean changesNothing() {
        return removed.equals(inserted);
    }

    /// Where the caret goes in the first cue, to be where something changed.
    int caret() {
        if (inserted.isEmpty()) {
            return 0;
        }
        String text = inserted.getFirst().text();
        String before = removed.isEmpty() ? "" : removed.getFirst().text();
        int same = 0;
        while (same < Math.min(text.length(), before.length())
                && text.charAt(text.length() - 1 - same)
                        == before.charAt(before.length() - 1 - same)) {
            same++;
        }
        return text.length() - same;
    }

    /// The list with the change made.
    List<Cue> applyTo(List<Cue> cues) {
        int end = at + removed.size();
        if (!cues.subList(at, end).equals(removed)) {
            throw new IllegalArgumentException("other cues stand at " + at);
        }
        List<Cue> result = new ArrayList<>(cues.size() + inserted.size() - removed.size());
        result.addAll(cues.subList(0, at));
        result.addAll(inserted);
        result.addAll(cues.subList(end, cues.size()));
        return List.copyOf(result);
    }

    /// The least splice that makes one list of another.
    static Splice between(List<Cue> before, List<Cue> after) {
        int shorter = Math.min(before.size(), after.size());
        int same = 0;
        while (same < shorter && before.get(same).equals(after.get(same))) {
            same++;
        }
        int sameAtEnd = 0;
        while (sameAtEnd < shorter - same
                && before.get(before.size() - 1 - sameAtEnd)
                        .equals(after.get(after.size() - 1 - sameAtEnd))) {
            sameAtEnd++;
        }
        return new Splice(
                same,
                before.subList(same, before.size() - sameAtEnd),
                after.subList(same, after.size() - sameAtEnd));
    }
}
