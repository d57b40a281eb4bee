package dev.sayso.app.editor;

import dev.sayso.app.transcript.Cue;
import java.util.List;
import java.util.Optional;

/// The cues of a document, and what has been done to them.
final class CueList {

    private List<Cue> cues;
    private final UndoHistory history = new UndoHistory();

    CueList(List<Cue> cues) {
        this.cues = List.copyOf(cues);
    }

    /// As they are now; a list that does not change.
    List<Cue> cues() {
        return cues;
    }

    UndoHistory history() {
        return history;
    }

    /// Does something.
    ///
    /// @return empty when it changes nothing
    Optional<Splice> apply(Edit edit) {
        Splice splice = edit.on(cues);
        if (splice.changesNothing()) {
            return Optional.empty();
        }
        cues = splice.applyTo(cues);
        history.add(edit, splice);
        return Optional.of(splice);
    }

    /// Takes the last step back.
    Optional<Splice> undo() {
        return spliced(history.undo());
    }

    /// Does again what was taken back.
    Optional<Splice> redo() {
        return spliced(history.redo());
    }

    private Optional<Splice> spliced(Optional<Splice> splice) {
        splice.ifPresent(known -> cues = known.applyTo(cues));
        return splice;
    }
}
