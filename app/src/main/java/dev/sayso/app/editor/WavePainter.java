package dev.sayso.app.editor;

import dev.sayso.app.playback.Peaks;
import dev.sayso.app.transcript.Cue;
import dev.sayso.engine.audio.Pcm;
import java.time.Duration;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

/// Draws the part of a sound that is seen.
final class WavePainter {

    private final GraphicsContext pen;
    private final WaveColours colours;
    private final WaveScale scale;
    private final double width;
    private final double height;

    WavePainter(Canvas canvas, WaveColours colours, WaveScale scale) {
        this.pen = canvas.getGraphicsContext2D();
        this.colours = colours;
        this.scale = scale;
        this.width = canvas.getWidth();
        this.height = canvas.getHeight() - colours.timeHeight();
    }

    void draw(EditorModel model) {
        pen.clearRect(0, 0, width, height + colours.timeHeight());
        if (width < 1 || height < 1) {
            return;
        }
        drawCues(model);
        if (model.audio().state().get() instanceof AudioState.Ready(Peaks peaks, _)) {
            drawPeaks(peaks);
        }
        drawTimes();
    }

    private void drawCues(EditorModel model) {
        List<Cue> cues = model.cues();
        CueRange selected = model.selection().get();
        int playing = model.playingCue().get();
        int first = CueSearch.lastStarted(cues, time(scale.start()));
        int last = CueSearch.lastStarted(cues, time(scale.end()));
        for (int i = Math.max(0, first); i <= last; i++) {
            double from = scale.x(seconds(cues.get(i).start()), width);
            double to = scale.x(seconds(cues.get(i).end()), width);
            pen.setFill(colours.cue(selected.contains(i), i == playing));
            // a pixel of nothing parts it from the next
            pen.fillRect(from, 0, Math.max(1, to - from - 1), height);
        }
    }

    private void drawPeaks(Peaks peaks) {
        int columns = (int) Math.ceil(width);
        Peaks.Columns found =
                peaks.columns(
                        scale.start() * Pcm.RATE, scale.time(columns, width) * Pcm.RATE, columns);
        pen.setFill(colours.wave());
        double middle = height / 2;
        for (int i = 0; i < columns; i++) {
            double high = Math.clamp(found.high(i), -1, 1) * middle;
            double low = Math.clamp(found.low(i), -1, 1) * middle;
            pen.fillRect(i, middle - high, 1, Math.max(1, high - low));
        }
    }

    private void drawTimes() {
        pen.setFill(colours.time());
        pen.setFont(colours.font());
        pen.setTextBaseline(VPos.TOP);
        double step = scale.tick(width / (1.6 * colours.timeWidth()));
        for (double time = Math.ceil(scale.start() / step) * step;
                time < scale.end();
                time += step) {
            double x = scale.x(time, width);
            pen.fillRect(x, height, 1, colours.timeHeight() / 3);
            Duration exact = time(time + 1e-6);
            String text = CueTimes.shortText(exact);
            if (x + colours.timeWidth() < width) {
                pen.fillText(
                        step < 1 ? text + "." + exact.toMillisPart() / 100 : text, x + 3, height);
            }
        }
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    private static Duration time(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
