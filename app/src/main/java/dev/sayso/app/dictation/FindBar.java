package dev.sayso.app.dictation;

import dev.sayso.app.ui.Controls;
import dev.sayso.app.ui.Messages;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// Finds words in the text that is edited. Hidden until it is asked for.
final class FindBar extends HBox {

    private final Messages words;
    private final TextArea text;
    private final TextField wanted = new TextField();
    private final Label found = new Label();

    FindBar(Messages words, TextArea text) {
        this.words = words;
        this.text = text;
        getStyleClass().add("find-bar");
        wanted.setPromptText(words.text("find.prompt"));
        wanted.setAccessibleText(words.text("find.prompt"));
        HBox.setHgrow(wanted, Priority.ALWAYS);
        getChildren()
                .addAll(
                        wanted,
                        found,
                        Controls.iconButton(
                                Feather.CHEVRON_UP, words.text("find.previous"), () -> find(false)),
                        Controls.iconButton(
                                Feather.CHEVRON_DOWN, words.text("find.next"), () -> find(true)),
                        Controls.iconButton(Feather.X, words.text("find.close"), this::close));
        wanted.textProperty().subscribe(_ -> fromSelection());
        wanted.setOnAction(_ -> find(true));
        addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
        shown(false);
    }

    private void typed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.isShiftDown()) {
            find(false);
            event.consume();
        }
    }

    /// Shows the bar, with what is selected.
    void open() {
        shown(true);
        if (!text.getSelectedText().isEmpty() && !text.getSelectedText().contains("\n")) {
            wanted.setText(text.getSelectedText());
        }
        wanted.requestFocus();
        wanted.selectAll();
    }

    void close() {
        if (isVisible()) {
            shown(false);
            text.requestFocus();
        }
    }

    private void shown(boolean wish) {
        setVisible(wish);
        setManaged(wish);
    }

    /// While it is typed, the place found first stays.
    private void fromSelection() {
        text.selectRange(text.getSelection().getStart(), text.getSelection().getStart());
        find(true);
    }

    private void find(boolean forward) {
        String what = wanted.getText().toLowerCase(Locale.ROOT);
        String where = text.getText().toLowerCase(Locale.ROOT);
        if (what.isEmpty()) {
            found.setText("");
            return;
        }
        int at;
        if (forward) {
            at = where.indexOf(what, text.getSelection().getEnd());
            at = at < 0 ? where.indexOf(what) : at;
        } else {
            at = where.lastIndexOf(what, text.getSelection().getStart() - 1);
            at = at < 0 ? where.lastIndexOf(what) : at;
        }
        if (at < 0) {
            found.setText(words.text("find.none"));
            return;
        }
        // a few letters change their length with their case: the range is kept inside
        text.selectRange(
                Math.min(at + what.length(), text.getLength()), Math.min(at, text.getLength()));
        found.setText(words.format("find.count", times(where, what, at), times(where, what, -1)));
    }

    /// How often a word occurs up to a place; -1: anywhere.
    private static int times(String where, String what, int upTo) {
        int count = 0;
        for (int at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + what.length())) {
            if (upTo >= 0 && at > upTo) {
                break;
            }
            count++;
        }
        return count;
    }
}
