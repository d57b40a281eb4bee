package dev.sayso.app.dictation;

import dev.sayso.app.microphone.InputLevel;
import dev.sayso.app.microphone.LevelTrack;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;

/// The last seconds of sound: a bar for each level, the newest at the right. Painted only while
/// somebody is heard, and only when there is a new level.
final class Waveform extends Region {

    private static final double BAR = 3;
    private static final double STEP = 4;
    private static final float FULL = 0.99f;

    private final Supplier<LevelTrack> levels;
    private final Runnable painted;
    private final Canvas canvas = new Canvas();
    private final Label ink = colour("waveform-ink");
    private final Label loud = colour("waveform-loud");
    private final Label ground = colour("waveform-ground");
    private final AnimationTimer timer =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (levels.get().count() != shown) {
                        paint();
                        painted.run();
                    }
                }
            };
    private long shown = -1;

    /// @param levels those of the current dictation
    /// @param painted told after each painting that showed a new level
    Waveform(Supplier<LevelTrack> levels, Runnable painted) {
        this.levels = levels;
        this.painted = painted;
        getStyleClass().add("waveform");
        getChildren().addAll(canvas, ink, loud, ground);
        ink.textFillProperty().subscribe(_ -> paint());
    }

    /// A colour of the theme, which a canvas cannot ask for itself.
    private static Label colour(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        label.setManaged(false);
        label.setVisible(false);
        return label;
    }

    /// Moves, or stands still.
    void run(boolean moving) {
        if (moving) {
            timer.start();
        } else {
            timer.stop();
            paint();
        }
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            paint();
        }
    }

    private void paint() {
        LevelTrack track = levels.get();
        long count = track.count();
        shown = count;
        double width = canvas.getWidth();
        double middle = canvas.getHeight() / 2;
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, 2 * middle);
        Paint quiet = ground.getTextFill();
        Paint spoken = ink.getTextFill();
        Paint clipped = loud.getTextFill();
        long index = count - 1;
        for (double x = width - BAR; x > 0; x -= STEP, index--) {
            float peak = track.peak(index);
            double half = Math.max(0.75, InputLevel.shown(peak) * (middle - 1));
            g.setFill(index < 0 ? quiet : peak >= FULL ? clipped : spoken);
            g.fillRect(x, middle - half, BAR, 2 * half);
        }
    }
}
