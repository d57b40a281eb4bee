package dev.sayso.app.editor;

import dev.sayso.app.transcript.Cue;
import java.time.Duration;
import java.util.List;

/// Finds cues by time, in a list that is in order of their starts.
final class CueSearch {

    private CueSearch() {}

    /// The index of the cue that is heard at a time; -1 between cues.
    static int at(List<Cue> cues, Duration time) {
        int index = lastStarted(cues, time);
        return index >= 0 && cues.get(index).end().compareTo(time) > 0 ? index : -1;
    }

    /// The index of the last cue that has begun at a time; -1 before the first.
    static int lastStarted(List<Cue> cues, Duration time) {
        int low = 0;
        int high = cues.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cues.get(middle).start().compareTo(time) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
