package dev.sayso.app.editor;

import dev.sayso.app.transcript.Cue;
import dev.sayso.engine.audio.Pcm;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/// The sound as a picture, with its cues and the place that is heard. A click plays from there.
///
/// Only what is seen is drawn, however long the sound is. The place that is heard is a node of its
/// own, so that nothing is drawn anew while it moves.
final class WaveView extends Region {

    private static final double ZOOM_STEP = 1.5;

    /// Seconds that do not go by between two looks at what is played.
    private static final double JUMP = 1;

    private final EditorModel model;
    private final Canvas canvas = new Canvas();
    private final WaveColours colours = new WaveColours();
    private final Region playhead = new Region();
    private final ObjectProperty<WaveScale> scale;
    private double shownPosition;

    WaveView(EditorModel model) {
        this.model = model;
        scale = new SimpleObjectProperty<>(WaveScale.of(length()));
        getStyleClass().add("wave");
        playhead.getStyleClass().add("wave-playhead");
        playhead.setMouseTransparent(true);
        getChildren().addAll(colours, canvas, playhead);
        scale.subscribe(_ -> requestLayout());
        colours.onChange(this::requestLayout);
        model.cues().addListener((ListChangeListener<Cue>) _ -> requestLayout());
        model.selection().subscribe(_ -> requestLayout());
        model.current().subscribe(_ -> showCurrent());
        model.playingCue().subscribe(_ -> requestLayout());
        model.audio().position().subscribe(_ -> moved());
        model.audio().state().subscribe(this::audioChanged);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    }

    /// Of the sound when it is there, else of what the cues cover.
    private double length() {
        if (model.audio().state().get() instanceof AudioState.Ready(_, int samples)) {
            return (double) samples / Pcm.RATE;
        }
        List<Cue> cues = model.cues();
        Duration noted = model.document().get().length();
        return seconds(cues.isEmpty() ? noted : cues.getLast().end());
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    private void audioChanged() {
        WaveScale now = scale.get();
        scale.set(new WaveScale(length(), now.start(), now.shown()));
        requestLayout();
    }

    /// Which part is seen.
    ObjectProperty<WaveScale> scale() {
        return scale;
    }

    void zoomIn() {
        zoom(1 / ZOOM_STEP);
    }

    void zoomOut() {
        zoom(ZOOM_STEP);
    }

    private void zoom(double factor) {
        WaveScale now = scale.get();
        double position = seconds(model.audio().position().get());
        boolean seen = position >= now.start() && position < now.end();
        scale.set(now.zoomed(factor, seen ? position : now.start() + now.shown() / 2));
    }

    /// Who looks at another part of the sound is left there, until it is played elsewhere.
    private void moved() {
        double position = seconds(model.audio().position().get());
        WaveScale now = scale.get();
        boolean wasSeen = shownPosition >= now.start() && shownPosition < now.end();
        if (wasSeen || Math.abs(position - shownPosition) > JUMP) {
            scale.set(now.showing(position));
        }
        shownPosition = position;
        placePlayhead();
    }

    /// While nothing is heard, the picture shows what is edited.
    private void showCurrent() {
        int current = model.current().get();
        if (current >= 0 && current < model.cues().size() && !model.audio().isPlaying()) {
            double start = seconds(model.cues().get(current).start());
            scale.set(scale.get().showing(start));
        }
    }

    private void placePlayhead() {
        double position = seconds(model.audio().position().get());
        double x = scale.get().x(position, canvas.getWidth());
        playhead.setVisible(x >= 0 && x <= canvas.getWidth());
        double width = snapSizeX(playhead.prefWidth(-1));
        playhead.resizeRelocate(snapPositionX(x - width / 2), 0, width, getHeight());
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            double time = scale.get().time(event.getX(), canvas.getWidth());
            model.audio().playFrom(Duration.ofNanos(Math.round(time * 1e9)));
        }
    }

    private void scrolled(ScrollEvent event) {
        WaveScale now = scale.get();
        double way = event.getDeltaY() + event.getDeltaX();
        if (event.isShortcutDown()) {
            double around = now.time(event.getX(), canvas.getWidth());
            scale.set(now.zoomed(way > 0 ? 1 / ZOOM_STEP : ZOOM_STEP, around));
        } else {
            scale.set(now.from(now.start() - way / canvas.getWidth() * now.shown()));
        }
        event.consume();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        new WavePainter(canvas, colours, scale.get()).draw(model);
        placePlayhead();
    }
}
