package dev.sayso.app.editor;

import dev.sayso.app.editor.Find.Match;
import dev.sayso.app.transcript.Cue;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What is looked for in the cues, and where it was found. Nothing is looked for while it is
/// inactive.
final class FindModel {

    private final Supplier<List<Cue>> cues;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final StringProperty query = new SimpleStringProperty("");
    private final StringProperty replacement = new SimpleStringProperty("");
    private final BooleanProperty regex = new SimpleBooleanProperty();
    private final BooleanProperty matchCase = new SimpleBooleanProperty();
    private final BooleanProperty wholeWords = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<List<Match>> matches =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    FindModel(Supplier<List<Cue>> cues) {
        this.cues = cues;
        for (var wish : List.of(active, regex, matchCase, wholeWords)) {
            wish.subscribe(_ -> refresh());
        }
        query.subscribe(_ -> refresh());
    }

    BooleanProperty active() {
        return active;
    }

    StringProperty query() {
        return query;
    }

    StringProperty replacement() {
        return replacement;
    }

    BooleanProperty regex() {
        return regex;
    }

    BooleanProperty matchCase() {
        return matchCase;
    }

    BooleanProperty wholeWords() {
        return wholeWords;
    }

    /// Where it was found.
    ReadOnlyObjectProperty<List<Match>> matches() {
        return matches.getReadOnlyProperty();
    }

    /// Which of the places was gone to; -1 for none.
    ReadOnlyIntegerProperty current() {
        return current.getReadOnlyProperty();
    }

    /// What is wrong with the pattern; empty when nothing is.
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    Find find() {
        return new Find(query.get(), regex.get(), matchCase.get(), wholeWords.get());
    }

    /// Looks again, after the cues or the wish have changed.
    void refresh() {
        current.set(-1);
        if (!active.get()) {
            problem.set("");
            matches.set(List.of());
            return;
        }
        try {
            List<Match> found = List.copyOf(find().all(cues.get()));
            problem.set("");
            matches.set(found);
        } catch (Find.FindException e) {
            matches.set(List.of());
            failed(e);
        }
    }

    void failed(Find.FindException e) {
        problem.set(String.valueOf(e.getMessage()));
    }

    /// Which of the places comes first after a place in the text, the first one again after the
    /// last; -1 when there is none.
    int after(int cue, int character) {
        List<Match> all = matches.get();
        for (int i = 0; i < all.size(); i++) {
            Match match = all.get(i);
            if (match.cue() > cue || (match.cue() == cue && match.start() >= character)) {
                return i;
            }
        }
        return all.isEmpty() ? -1 : 0;
    }

    /// Which of the places comes last before a place in the text.
    int before(int cue, int character) {
        List<Match> all = matches.get();
        for (int i = all.size() - 1; i >= 0; i--) {
            Match match = all.get(i);
            if (match.cue() < cue || (match.cue() == cue && match.end() <= character)) {
                return i;
            }
        }
        return all.size() - 1;
    }

    /// Goes to one of the places.
    Match go(int index) {
        current.set(index);
        return matches.get().get(index);
    }

    /// The places in one cue.
    List<Match> in(int cue) {
        List<Match> all = matches.get();
        int from = firstOf(all, cue);
        return all.subList(from, firstOf(all, cue + 1));
    }

    private static int firstOf(List<Match> all, int cue) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).cue() < cue) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
