package dev.sayso.app.editor;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// A cue's text while the caret is in it: as high as the text is, and one paragraph only.
final class CueTextArea extends TextArea {

    private final Text ruler = new Text();

    CueTextArea() {
        setWrapText(true);
        setPrefRowCount(1);
        setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("cue-area");
        setTextFormatter(
                new TextFormatter<>(
                        change -> {
                            change.setText(change.getText().replaceAll("\\R", " "));
                            return change;
                        }));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets around = getInsets();
        Insets within =
                lookup(".content") instanceof Region content ? content.getInsets() : Insets.EMPTY;
        ruler.setFont(getFont());
        ruler.setText(getText().isEmpty() ? " " : getText());
        double sides = around.getLeft() + around.getRight() + within.getLeft() + within.getRight();
        // the area wraps a pixel earlier than the text alone would
        ruler.setWrappingWidth(width < 0 ? 0 : Math.max(1, Math.floor(width - sides) - 1));
        double ends = around.getTop() + around.getBottom() + within.getTop() + within.getBottom();
        // a little more than the text alone, else it could be scrolled
        double slack = 1 + Math.ceil(getFont().getSize() / 7);
        return Math.ceil(ruler.getLayoutBounds().getHeight() + ends) + slack;
    }

    /// Whether the caret is in the first line that is seen.
    boolean isInFirstLine() {
        return isInLineOf(0);
    }

    /// Whether the caret is in the last line that is seen.
    boolean isInLastLine() {
        return isInLineOf(getLength());
    }

    private boolean isInLineOf(int character) {
        if (!(getSkin() instanceof TextAreaSkin skin)) {
            return false;
        }
        double here = skin.getCharacterBounds(getCaretPosition()).getMinY();
        return Math.abs(here - skin.getCharacterBounds(character).getMinY()) < 1;
    }
}
