package dev.sayso.app.editor;

import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyEvent;

/// What keys do in a cue's text that a text area would not do by itself.
///
/// @param text the area
record CueKeys(EditorModel model, CueTextArea text, Runnable cannotSplit) {

    /// @param index of the cue the area shows
    void press(KeyEvent event, int index) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isControlDown();
        boolean used =
                switch (event.getCode()) {
                    case ENTER -> enter(event, index);
                    case BACK_SPACE -> plain && mergeBack(index);
                    case DELETE -> plain && !event.isShiftDown() && mergeForth(index);
                    case UP -> plain && up(event, index);
                    case DOWN -> plain && down(event, index);
                    case TAB -> tab(event);
                    default -> false;
                };
        if (used) {
            event.consume();
        }
    }

    private boolean enter(KeyEvent event, int index) {
        if (event.isShortcutDown()) {
            if (!model.split(index, text.getCaretPosition())) {
                cannotSplit.run();
            }
        } else if (event.isShiftDown()) {
            move(index - 1, 0);
        } else {
            move(index + 1, 0);
        }
        return true;
    }

    /// Nothing happens beyond the first and the last cue.
    private boolean move(int index, int character) {
        boolean there = index >= 0 && index < model.cues().size();
        if (there) {
            model.edit(index, character);
        }
        return there;
    }

    private boolean nothingSelected() {
        return text.getSelection().getLength() == 0;
    }

    private boolean mergeBack(int index) {
        boolean atStart = nothingSelected() && text.getCaretPosition() == 0 && index > 0;
        if (atStart) {
            model.merge(index - 1);
        }
        return atStart;
    }

    private boolean mergeForth(int index) {
        boolean atEnd = nothingSelected() && text.getCaretPosition() == text.getLength();
        if (atEnd) {
            model.merge(index);
        }
        return atEnd;
    }

    private boolean up(KeyEvent event, int index) {
        if (!text.isInFirstLine()) {
            return false;
        }
        if (event.isShiftDown()) {
            return text.getCaretPosition() == 0 && select(index - 1);
        }
        return move(index - 1, Integer.MAX_VALUE);
    }

    private boolean down(KeyEvent event, int index) {
        if (!text.isInLastLine()) {
            return false;
        }
        if (event.isShiftDown()) {
            return text.getCaretPosition() == text.getLength() && select(index + 1);
        }
        return move(index + 1, 0);
    }

    private boolean select(int index) {
        boolean there = index >= 0 && index < model.cues().size();
        if (there) {
            model.selectTo(index);
        }
        return there;
    }

    private boolean tab(KeyEvent event) {
        return text.requestFocusTraversal(
                event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    }
}
