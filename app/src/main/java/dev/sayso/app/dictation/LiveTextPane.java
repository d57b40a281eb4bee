package dev.sayso.app.dictation;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The text while it is spoken: what is committed, and what may still change. In paragraphs, so
/// that hours of it cost no more than its end. Follows the end unless the user has scrolled away.
final class LiveTextPane extends ScrollPane {

    private static final int PARAGRAPH = 500;

    private final Label hint = new Label();
    private final VBox paragraphs = new VBox();
    private final Text committed = text("live-committed");
    private final Text tentative = text("live-tentative");
    private final TextFlow last = new TextFlow(committed, tentative);
    private final List<String> settled = new ArrayList<>();
    private int settledLength;
    private boolean follows = true;

    /// @param name for a screen reader
    LiveTextPane(String name) {
        getStyleClass().add("live-text");
        hint.getStyleClass().add("live-hint");
        hint.setWrapText(true);
        paragraphs.getStyleClass().add("live-paragraphs");
        paragraphs.getChildren().add(last);
        setContent(paragraphs);
        setFitToWidth(true);
        setAccessibleText(name);
        addEventHandler(ScrollEvent.SCROLL, _ -> look());
        addEventHandler(KeyEvent.KEY_RELEASED, _ -> look());
        addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> look());
        paragraphs.heightProperty().subscribe(_ -> follow());
    }

    private static Text text(String styleClass) {
        Text text = new Text();
        text.getStyleClass().add(styleClass);
        return text;
    }

    /// Whether the end is in sight, after the user has scrolled.
    private void look() {
        follows = getVvalue() >= getVmax() - 0.01;
    }

    private void follow() {
        if (follows) {
            setVvalue(getVmax());
        }
    }

    /// What stands there as long as there is no text.
    void hint(String text) {
        hint.setText(text);
    }

    /// Shows a text in the place of the one before.
    void show(LiveText text) {
        if (!goesOn(text.committed())) {
            settled.clear();
            settledLength = 0;
            paragraphs.getChildren().setAll(last);
            follows = true;
        }
        String open = text.committed().substring(settledLength);
        for (int end = paragraphEnd(open); end > 0; end = paragraphEnd(open)) {
            settle(open.substring(0, end));
            open = open.substring(end);
        }
        committed.setText(settledLength == 0 ? open : open.stripLeading());
        tentative.setText(text.joint() + text.tentative());
        boolean empty = text.text().isEmpty();
        if (empty != paragraphs.getChildren().contains(hint)) {
            if (empty) {
                paragraphs.getChildren().setAll(hint, last);
            } else {
                paragraphs.getChildren().remove(hint);
            }
        }
    }

    private boolean goesOn(String text) {
        int at = 0;
        for (String paragraph : settled) {
            if (!text.startsWith(paragraph, at)) {
                return false;
            }
            at += paragraph.length();
        }
        return true;
    }

    private static int paragraphEnd(String open) {
        for (int i = PARAGRAPH; i < open.length() - 1; i++) {
            boolean sentence = ".?!。？！".indexOf(open.charAt(i)) >= 0;
            if (sentence && !Character.isLetterOrDigit(open.charAt(i + 1))) {
                return i + 1;
            }
        }
        return -1;
    }

    private void settle(String paragraph) {
        settled.add(paragraph);
        settledLength += paragraph.length();
        Text text = text("live-committed");
        text.setText(paragraph.strip());
        paragraphs.getChildren().add(paragraphs.getChildren().size() - 1, new TextFlow(text));
    }
}
