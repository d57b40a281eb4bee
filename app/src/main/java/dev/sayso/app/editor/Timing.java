package dev.sayso.app.editor;

import dev.sayso.app.transcript.Cue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What can be done to the times of a list of cues, so that they stay in order.
///
/// @param cues the list
record Timing(List<Cue> cues) {

    /// Why a cue cannot have certain times.
    enum Refusal {
        /// It would end before it starts, or have no length.
        EMPTY,
        /// It would begin before the one before it begins.
        BEFORE_PREVIOUS,
        /// It would end after the next one ends.
        AFTER_NEXT
    }

    /// Whether a cue can have these times: null when it can.
    @Nullable Refusal refusal(int index, Duration start, Duration end) {
        if (start.isNegative() || end.compareTo(start) <= 0) {
            return Refusal.EMPTY;
        }
        if (index > 0 && start.compareTo(cues.get(index - 1).start()) < 0) {
            return Refusal.BEFORE_PREVIOUS;
        }
        if (index + 1 < cues.size() && end.compareTo(cues.get(index + 1).end()) > 0) {
            return Refusal.AFTER_NEXT;
        }
        return null;
    }

    /// A cue's times are changed, and its neighbours give way.
    Splice change(int index, Duration start, Duration end) {
        if (refusal(index, start, end) != null) {
            return new Splice(index, List.of(), List.of());
        }
        Cue old = cues.get(index);
        List<Cue> removed = new ArrayList<>();
        List<Cue> inserted = new ArrayList<>();
        int first = index;
        if (index > 0 && !start.equals(old.start())) {
            Cue before = cues.get(index - 1);
            if (before.end().compareTo(start) > 0) {
                removed.add(before);
                inserted.add(before.withTimes(before.start(), start));
                first = index - 1;
            }
        }
        removed.add(old);
        inserted.add(old.withTimes(start, end));
        if (index + 1 < cues.size() && !end.equals(old.end())) {
            Cue after = cues.get(index + 1);
            if (after.start().compareTo(end) < 0) {
                removed.add(after);
                inserted.add(after.withTimes(end, after.end()));
            }
        }
        return new Splice(first, removed, inserted);
    }

    /// Cues are moved together, as far as they can be.
    Splice shift(Set<Integer> indices, Duration by) {
        Duration limited = limited(indices, by);
        List<Cue> shifted = new ArrayList<>(cues.size());
        for (int i = 0; i < cues.size(); i++) {
            Cue cue = cues.get(i);
            shifted.add(
                    indices.contains(i)
                            ? cue.withTimes(cue.start().plus(limited), cue.end().plus(limited))
                            : cue);
        }
        return Splice.between(cues, shifted);
    }

    /// How far these cues can be moved in the wanted direction, at most as far as wanted.
    Duration limited(Set<Integer> indices, Duration by) {
        Duration limited = by;
        for (int i : indices) {
            Cue cue = cues.get(i);
            if (by.isNegative()) {
                boolean alone = i > 0 && !indices.contains(i - 1);
                Duration floor = alone ? cues.get(i - 1).end() : Duration.ZERO;
                limited = later(limited, earlier(floor.minus(cue.start()), Duration.ZERO));
            } else if (i + 1 < cues.size() && !indices.contains(i + 1)) {
                Duration room = cues.get(i + 1).start().minus(cue.end());
                limited = earlier(limited, later(room, Duration.ZERO));
            }
        }
        return limited;
    }

    private static Duration later(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static Duration earlier(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
