package dev.sayso.app.editor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The steps that can be taken back, all of them, and those that can be done again.
final class UndoHistory {

    private final Deque<Splice> done = new ArrayDeque<>();
    private final Deque<Splice> undone = new ArrayDeque<>();
    // what the newest step was typed with; null when nothing may be added to it
    private @Nullable Typing typing;

    /// Remembers a step. Typing that goes on where it was becomes part of the step before.
    void add(Edit edit, Splice splice) {
        undone.clear();
        Typing typed = Typing.of(edit, splice);
        Splice last = done.peek();
        if (typed != null && typing != null && last != null && typed.follows(typing)) {
            done.pop();
            done.push(new Splice(splice.at(), last.removed(), splice.inserted()));
        } else {
            done.push(splice);
        }
        typing = typed;
    }

    /// What is typed next is a step of its own.
    void seal() {
        typing = null;
    }

    boolean canUndo() {
        return !done.isEmpty();
    }

    boolean canRedo() {
        return !undone.isEmpty();
    }

    /// What takes the last step back.
    Optional<Splice> undo() {
        seal();
        Splice splice = done.poll();
        if (splice == null) {
            return Optional.empty();
        }
        undone.push(splice);
        return Optional.of(splice.inverse());
    }

    /// What does the last step again that was taken back.
    Optional<Splice> redo() {
        seal();
        Splice splice = undone.poll();
        if (splice == null) {
            return Optional.empty();
        }
        done.push(splice);
        return Optional.of(splice);
    }
}
