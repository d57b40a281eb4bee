package dev.sayso.app.editor;

import dev.sayso.app.transcript.Cue;
import dev.sayso.engine.Joint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Something that can be done to a list of cues. Indices must be those of the list it is done to;
/// what cannot be done (a merge of the last cue with its next one) changes nothing.
sealed interface Edit {

    /// What it does to a list.
    Splice on(List<Cue> cues);

    /// What it changes is nothing.
    private static Splice nothing() {
        return new Splice(0, List.of(), List.of());
    }

    private static Splice one(List<Cue> cues, int index, Cue... instead) {
        return new Splice(index, List.of(cues.get(index)), List.of(instead));
    }

    /// Another text, the same times.
    record ChangeText(int index, String text) implements Edit {
        @Override
        public Splice on(List<Cue> cues) {
            return one(cues, index, cues.get(index).withText(text));
        }
    }

    /// Other times. Neighbours that would overlap give way; one that would be passed stands firm.
    record ChangeTimes(int index, Duration start, Duration end) implements Edit {
        @Override
        public Splice on(List<Cue> cues) {
            return new Timing(cues).change(index, start, end);
        }
    }

    /// Two cues at the caret; the time is shared by the weight of the text.
    record Split(int index, int caret) implements Edit {
        @Override
        public Splice on(List<Cue> cues) {
            Cue cue = cues.get(index);
            String before = cue.text().substring(0, caret).strip();
            String after = cue.text().substring(caret).strip();
            if (before.isEmpty() || after.isEmpty()) {
                return nothing();
            }
            Duration middle = SpeechWeight.timeAt(cue, caret);
            return one(
                    cues,
                    index,
                    new Cue(cue.start(), middle, before),
                    new Cue(middle, cue.end(), after));
        }
    }

    /// One cue of this and its next one.
    record Merge(int index) implements Edit {
        @Override
        public Splice on(List<Cue> cues) {
            if (index + 1 >= cues.size()) {
                return nothing();
            }
            Cue first = cues.get(index);
            Cue second = cues.get(index + 1);
            return new Splice(index, List.of(first, second), List.of(merged(first, second)));
        }

        static Cue merged(Cue first, Cue second) {
            Duration end = first.end().compareTo(second.end()) > 0 ? first.end() : second.end();
            return new Cue(first.start(), end, joined(first.text(), second.text()));
        }

        static String joined(String first, String second) {
            return first + Joint.between(first, second) + second;
        }
    }

    /// Cues that go.
    record Delete(Set<Integer> indices) implements Edit {
        /// Copies the set.
        public Delete {
            indices = Set.copyOf(indices);
        }

        @Override
        public Splice on(List<Cue> cues) {
            List<Cue> left = new ArrayList<>();
            for (int i = 0; i < cues.size(); i++) {
                if (!indices.contains(i)) {
                    left.add(cues.get(i));
                }
            }
            return Splice.between(cues, left);
        }
    }

    /// A cue that comes before the one at an index, or last.
    record Insert(int index, Cue cue) implements Edit {
        @Override
        public Splice on(List<Cue> cues) {
            return new Splice(index, List.of(), List.of(cue));
        }
    }

    /// Cues that come later, or earlier by a negative time: as far as the beginning and the
    /// neighbours which stay let them.
    record ShiftTimes(Set<Integer> indices, Duration by) implements Edit {
        /// Copies the set.
        public ShiftTimes {
            indices = Set.copyOf(indices);
        }

        @Override
        public Splice on(List<Cue> cues) {
            return new Timing(cues).shift(indices, by);
        }
    }

    /// All that is found is replaced.
    record ReplaceAll(Find find, String replacement) implements Edit {
        @Override
        public Splice on(List<Cue> cues) {
            Find.Search search = find.in(cues);
            List<Cue> replaced = new ArrayList<>(cues.size());
            for (Cue cue : cues) {
                String text = search.replace(cue.text(), replacement);
                replaced.add(text.equals(cue.text()) ? cue : cue.withText(text));
            }
            return Splice.between(cues, replaced);
        }
    }
}
