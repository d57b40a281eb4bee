package dev.sayso.app.editor;

import javafx.scene.Group;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Carries the theme's colours to a canvas, which has no styles of its own: shapes that are never
/// seen, whose fills the style sheet sets.
final class WaveColours extends Group {

    private final Rectangle wave = shape("wave-peaks");
    private final Rectangle cue = shape("wave-cue");
    private final Rectangle selected = shape("wave-cue-selected");
    private final Rectangle playing = shape("wave-cue-playing");
    private final Text time = new Text("00:00:00");

    WaveColours() {
        time.getStyleClass().add("wave-time");
        getChildren().addAll(wave, cue, selected, playing, time);
        setVisible(false);
        setManaged(false);
    }

    private static Rectangle shape(String style) {
        Rectangle shape = new Rectangle(1, 1);
        shape.getStyleClass().add(style);
        return shape;
    }

    void onChange(Runnable change) {
        wave.fillProperty().subscribe(_ -> change.run());
        cue.fillProperty().subscribe(_ -> change.run());
        time.fontProperty().subscribe(_ -> change.run());
        time.fillProperty().subscribe(_ -> change.run());
    }

    Paint wave() {
        return wave.getFill();
    }

    Paint cue(boolean isSelected, boolean isPlaying) {
        if (isPlaying) {
            return playing.getFill();
        }
        return isSelected ? selected.getFill() : cue.getFill();
    }

    Paint time() {
        return time.getFill();
    }

    Font font() {
        return time.getFont();
    }

    double timeWidth() {
        return time.getLayoutBounds().getWidth();
    }

    double timeHeight() {
        return time.getLayoutBounds().getHeight();
    }
}
