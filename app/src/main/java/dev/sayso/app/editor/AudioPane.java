package dev.sayso.app.editor;

import atlantafx.base.theme.Styles;
import dev.sayso.app.playback.PlayerState;
import dev.sayso.app.ui.Controls;
import dev.sayso.app.ui.ErrorPanel;
import dev.sayso.app.ui.Messages;
import dev.sayso.app.ui.Problem;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The sound of a transcript: its picture, what is wrong with it, how far it is loaded.
final class AudioPane extends VBox {

    private final EditorModel model;
    private final Messages words;
    private final WaveView wave;
    private final ScrollBar scroll = new ScrollBar();
    private final Label note = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final ErrorPanel problem;
    private final HBox below;

    AudioPane(EditorModel model, Messages words) {
        this.model = model;
        this.words = words;
        this.wave = new WaveView(model);
        this.problem = new ErrorPanel(Messages.of(ErrorPanel.class, words.locale()));
        getStyleClass().add("audio-pane");
        note.setWrapText(true);
        note.getStyleClass().add(Styles.TEXT_SUBTLE);
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText(words.text("audio.loading"));
        scroll.setAccessibleText(words.text("wave.scroll"));
        HBox.setHgrow(scroll, Priority.ALWAYS);
        below =
                new HBox(
                        scroll,
                        Controls.iconButton(
                                Feather.ZOOM_OUT, words.text("wave.out"), wave::zoomOut),
                        Controls.iconButton(Feather.ZOOM_IN, words.text("wave.in"), wave::zoomIn));
        below.setAlignment(Pos.CENTER);
        getChildren().addAll(problem, note, progress, wave, below);
        bindScroll();
        poll();
        model.audio().state().subscribe(this::show);
        model.audio().playing().subscribe(this::showPlayer);
        progress.progressProperty().bind(model.audio().progress());
    }

    /// The scroll bar's value is where the part that is seen begins.
    private void bindScroll() {
        wave.scale()
                .subscribe(
                        scale -> {
                            scroll.setMax(scale.length() - scale.shown());
                            scroll.setVisibleAmount(
                                    scroll.getMax() * scale.shown() / scale.length());
                            scroll.setUnitIncrement(scale.shown() / 10);
                            scroll.setBlockIncrement(scale.shown());
                            scroll.setValue(scale.start());
                        });
        scroll.valueProperty()
                .subscribe(
                        value -> {
                            if (value.doubleValue() != wave.scale().get().start()) {
                                wave.scale().set(wave.scale().get().from(value.doubleValue()));
                            }
                        });
    }

    private void poll() {
        AnimationTimer timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        model.audio().poll();
                    }
                };
        model.audio()
                .busy()
                .subscribe(
                        busy -> {
                            if (busy) {
                                timer.start();
                            } else {
                                timer.stop();
                            }
                        });
    }

    private void show(AudioState state) {
        switch (state) {
            case AudioState.None() -> show(words.text("audio.none"), false, false);
            case AudioState.Loading() -> show(words.text("audio.loading"), true, true);
            case AudioState.Ready(_, _) -> show("", false, true);
            case AudioState.Missing(String reason) -> {
                show("", false, false);
                problem.show(
                        new Problem(
                                words.text("audio.missing"),
                                words.text("audio.missing.advice"),
                                reason));
            }
        }
    }

    private void show(String text, boolean loading, boolean picture) {
        note.setText(text);
        for (var node : List.of(wave, below)) {
            node.setVisible(picture);
            node.setManaged(picture);
        }
        note.setVisible(!text.isEmpty());
        note.setManaged(!text.isEmpty());
        progress.setVisible(loading);
        progress.setManaged(loading);
    }

    private void showPlayer(PlayerState state) {
        switch (state) {
            case PlayerState.Playing() -> problem.show(null);
            case PlayerState.Paused() -> {}
            case PlayerState.Failed(String reason, boolean lost) ->
                    problem.show(
                            new Problem(
                                    words.text(lost ? "audio.lost" : "audio.silent"),
                                    words.text("audio.silent.advice"),
                                    reason));
        }
    }
}
