package dev.sayso.app.editor;

import dev.sayso.app.ui.Messages;
import dev.sayso.app.ui.Toasts;
import java.time.Duration;

/// What buttons and keys do, and what the user is told of it.
final class EditorCommands {

    private static final Duration BACK = Duration.ofSeconds(-5);

    private final EditorModel model;
    private final Messages words;
    private final Toasts toasts;
    private final CueListPane cues;
    private final FindBar findBar;
    private final ShiftBar shiftBar;

    EditorCommands(EditorModel model, Messages words, Toasts toasts) {
        this.model = model;
        this.words = words;
        this.toasts = toasts;
        this.cues = new CueListPane(model, words, toasts::show);
        this.findBar = new FindBar(model, words, cues::caret, toasts::show);
        this.shiftBar = new ShiftBar(model, words, toasts::show);
    }

    CueListPane cues() {
        return cues;
    }

    FindBar findBar() {
        return findBar;
    }

    ShiftBar shiftBar() {
        return shiftBar;
    }

    void play() {
        model.audio().toggle();
    }

    void back5() {
        model.audio().skip(BACK);
    }

    void split() {
        if (!model.split(model.current().get(), cues.caret())) {
            toasts.show(words.text("split.where"));
        }
    }

    void merge() {
        model.merge(model.current().get());
    }

    void insert() {
        if (!model.insert()) {
            toasts.show(words.text("insert.where"));
        }
    }

    void delete() {
        int deleted = model.deleteSelected();
        if (deleted > 0) {
            toasts.show(words.format("deleted", deleted), words.text("tool.undo"), model::undo);
        }
    }

    void find(boolean replacing) {
        findBar.open(replacing);
    }

    void shift() {
        shiftBar.open();
    }
}
