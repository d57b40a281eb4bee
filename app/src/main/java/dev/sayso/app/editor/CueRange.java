package dev.sayso.app.editor;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Selected cues, all in a row.
///
/// @param first index; -1 when there are no cues
/// @param last index, inclusive
public record CueRange(int first, int last) {

    /// No cue.
    static final CueRange NONE = new CueRange(-1, -2);

    static CueRange between(int one, int other) {
        return new CueRange(Math.min(one, other), Math.max(one, other));
    }

    /// How many there are.
    public int size() {
        return last - first + 1;
    }

    /// Whether one is among them.
    public boolean contains(int index) {
        return first <= index && index <= last;
    }

    Set<Integer> indices() {
        return IntStream.rangeClosed(first, last).boxed().collect(Collectors.toUnmodifiableSet());
    }
}
