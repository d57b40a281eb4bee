package dev.sayso.app.overlay;

import atlantafx.base.theme.Styles;
import dev.sayso.app.microphone.InputLevel;
import dev.sayso.app.ui.Controls;
import dev.sayso.app.ui.Messages;
import java.util.Locale;
import java.util.Objects;
import javafx.animation.AnimationTimer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The content of the small window.
public final class OverlayView extends VBox {

    private static final PseudoClass LISTENING = PseudoClass.getPseudoClass("listening");
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private final OverlayModel model;
    private final Messages words;
    private final Label state = new Label(null, new FontIcon(Feather.MIC));
    private final Label elapsed = new Label();
    private final ProgressBar meter = new ProgressBar(0);
    private final AnimationTimer timer =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    measure();
                }
            };

    /// @param language of the words
    public OverlayView(OverlayModel model, Locale language) {
        this.model = model;
        this.words = Messages.of(OverlayView.class, language);
        getStyleClass().add("overlay");
        getStylesheets()
                .add(
                        Objects.requireNonNull(OverlayView.class.getResource("overlay.css"))
                                .toString());
        Label tail = new Label();
        tail.getStyleClass().add("overlay-text");
        tail.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        tail.setEllipsisString("…");
        tail.textProperty().bind(model.tail());
        meter.getStyleClass().addAll("overlay-meter", Styles.SMALL);
        meter.setAccessibleText(words.text("meter"));
        state.getStyleClass().add("overlay-state");
        Button stop = Controls.iconButton(Feather.SQUARE, words.text("stop"), model::stop);
        Button cancel = Controls.iconButton(Feather.X, words.text("cancel"), model::cancel);
        // a click must not take the focus from where the text is to go
        stop.setFocusTraversable(false);
        cancel.setFocusTraversable(false);
        HBox row = new HBox(state, elapsed, meter, stop, cancel);
        row.getStyleClass().add("overlay-row");
        getChildren().addAll(row, tail);
        model.phase().subscribe(this::show);
        model.elapsed()
                .subscribe(
                        time ->
                                elapsed.setText(
                                        "%d:%02d"
                                                .formatted(
                                                        time.toMinutes(), time.toSecondsPart())));
        model.shown().subscribe(this::run);
    }

    private void show(OverlayModel.Phase phase) {
        state.setText(
                words.text(
                        switch (phase) {
                            case ARMING -> "arming";
                            case LISTENING -> "listening";
                            case PAUSED -> "paused";
                            case FINISHING -> "finishing";
                        }));
        state.pseudoClassStateChanged(LISTENING, phase == OverlayModel.Phase.LISTENING);
    }

    private void run(boolean shown) {
        if (shown) {
            timer.start();
        } else {
            timer.stop();
        }
    }

    private void measure() {
        InputLevel level = model.level();
        if (Math.abs(meter.getProgress() - level.shown()) > 0.01) {
            meter.setProgress(level.shown());
        }
        meter.pseudoClassStateChanged(WARNING, level.muted() || level.clipping());
    }
}
