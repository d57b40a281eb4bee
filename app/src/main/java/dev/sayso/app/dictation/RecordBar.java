package dev.sayso.app.dictation;

import atlantafx.base.theme.Styles;
import dev.sayso.app.microphone.InputLevel;
import dev.sayso.app.ui.Controls;
import dev.sayso.app.ui.Messages;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What a person records with: the waveform, the one round button, and what they say.
final class RecordBar extends VBox {

    private static final PseudoClass RECORDING = PseudoClass.getPseudoClass("recording");
    private static final PseudoClass BUSY = PseudoClass.getPseudoClass("busy");
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private final DictationModel model;
    private final Messages words;
    private final Waveform waveform;
    private final FontIcon recordIcon = new FontIcon(Feather.MIC);
    private final Button record = new Button(null, recordIcon);
    private final Button pause;
    private final Button cancel;
    private final Label state = new Label();
    private final Label elapsed = new Label();
    private final Label warning = new Label();
    private final ProgressBar meter = new ProgressBar(0);

    RecordBar(DictationModel model, Messages words) {
        this.model = model;
        this.words = words;
        this.waveform = new Waveform(() -> model.progress().levels(), this::showLevel);
        this.pause = Controls.iconButton(Feather.PAUSE, words.text("pause"), () -> model.pause());
        this.cancel = Controls.iconButton(Feather.X, words.text("cancel"), model::cancel);
        pause.setId("pause");
        cancel.setId("cancel");
        record.setId("record");
        record.getStyleClass().addAll("record-button", Styles.BUTTON_ICON);
        record.setOnAction(_ -> model.toggle(Dictation.Origin.WINDOW));
        record.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        record.fire();
                        event.consume();
                    }
                });
        getStyleClass().add("record-bar");
        meter.getStyleClass().addAll("level-meter", Styles.SMALL);
        meter.setAccessibleText(words.text("meter"));
        state.getStyleClass().add("state");
        elapsed.getStyleClass().add("elapsed");
        warning.getStyleClass().add("warning");
        // over the waveform, so that nothing moves when it comes
        StackPane sound = new StackPane(waveform, warning);
        StackPane.setAlignment(warning, Pos.TOP_LEFT);
        warning.setMouseTransparent(true);
        getChildren().addAll(sound, controls());
        bind();
    }

    private Node controls() {
        HBox left = new HBox(state, elapsed);
        left.getStyleClass().add("record-left");
        HBox middle = new HBox(pause, record, cancel);
        middle.getStyleClass().add("record-middle");
        HBox right = new HBox(meter);
        right.setAlignment(Pos.CENTER_RIGHT);
        HBox row = new HBox(left, middle, right);
        row.getStyleClass().add("record-row");
        // both sides as wide as each other, so that the button stands in the middle
        left.setPrefWidth(0);
        right.setPrefWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        left.setMaxWidth(Double.MAX_VALUE);
        right.setMaxWidth(Double.MAX_VALUE);
        return row;
    }

    /// Puts the focus on the round button.
    void focus() {
        record.requestFocus();
    }

    private void bind() {
        record.sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene != null) {
                                focus();
                            }
                        });
        DictationProgress progress = model.progress();
        progress.state().subscribe(this::show);
        progress.taken().subscribe(time -> elapsed.setText(Elapsed.text(time)));
        progress.level().subscribe(this::warn);
    }

    private void show(DictationState now) {
        boolean recording = now.isRecording();
        boolean paused = now instanceof DictationState.Listening(_, boolean is) && is;
        recordIcon.setIconCode(recording ? Feather.SQUARE : Feather.MIC);
        Controls.name(record, words.text(recording ? "stop" : "record"));
        // not disabled, or the focus would go elsewhere and not come back
        record.pseudoClassStateChanged(BUSY, now instanceof DictationState.Finishing);
        record.pseudoClassStateChanged(RECORDING, recording);
        pause.setVisible(now instanceof DictationState.Listening);
        pause.setGraphic(new FontIcon(paused ? Feather.PLAY : Feather.PAUSE));
        Controls.name(pause, words.text(paused ? "resume" : "pause"));
        cancel.setVisible(now.isActive());
        state.setText(words.text(DictationWords.state(now)));
        state.pseudoClassStateChanged(
                RECORDING, now instanceof DictationState.Listening && !paused);
        elapsed.setVisible(now.isActive() || now instanceof DictationState.Done);
        meter.setVisible(recording);
        if (!recording) {
            warn(InputLevel.NONE);
            meter.setProgress(0);
        }
        waveform.run(recording);
    }

    private void showLevel() {
        meter.setProgress(model.progress().levels().latest().shown());
    }

    private void warn(InputLevel level) {
        boolean recording = model.progress().state().get().isRecording();
        String key = !recording ? "" : level.muted() ? "muted" : level.clipping() ? "clipping" : "";
        warning.setText(key.isEmpty() ? "" : words.text(key));
        warning.setVisible(!key.isEmpty());
        meter.pseudoClassStateChanged(WARNING, !key.isEmpty());
    }
}
