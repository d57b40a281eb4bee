package dev.sayso.app.history;

import java.util.List;
import javafx.collections.ObservableList;

/// Makes one list into another by touching what differs only, so that a view keeps its place.
final class RowChanges {

    private RowChanges() {}

    static <T> void apply(ObservableList<T> shown, List<T> wanted) {
        int shorter = Math.min(shown.size(), wanted.size());
        int head = 0;
        while (head < shorter && shown.get(head).equals(wanted.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && shown.get(shown.size() - 1 - tail)
                        .equals(wanted.get(wanted.size() - 1 - tail))) {
            tail++;
        }
        int old = shown.size() - head - tail;
        int fresh = wanted.size() - head - tail;
        if (old == fresh) {
            for (int i = head; i < head + fresh; i++) {
                if (!shown.get(i).equals(wanted.get(i))) {
                    shown.set(i, wanted.get(i));
                }
            }
            return;
        }
        shown.remove(head, head + old);
        shown.addAll(head, wanted.subList(head, head + fresh));
    }
}
