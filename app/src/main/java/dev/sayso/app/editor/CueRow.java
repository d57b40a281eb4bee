package dev.sayso.app.editor;

import atlantafx.base.theme.Styles;
import dev.sayso.app.transcript.Cue;
import dev.sayso.app.ui.Controls;
import dev.sayso.app.ui.Messages;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A cue as it is read.
final class CueRow extends CueLine {

    private final EditorModel model;
    private final Messages words;
    private final Button play;
    private final Label number = new Label();
    private final Label start = new Label();
    private final Label end = new Label();
    private final CueTexts text = new CueTexts();
    private int index = -1;

    CueRow(EditorModel model, Messages words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("cue-row");
        play = playButton(words, () -> model.audio().playFrom(model.cues().get(index).start()));
        number.getStyleClass().addAll("cue-number", Styles.TEXT_SUBTLE);
        start.getStyleClass().add("cue-start");
        end.getStyleClass().addAll("cue-end", Styles.TEXT_SUBTLE);
        VBox times = new VBox(start, end);
        times.getStyleClass().add("cue-times");
        place(lead(play, number), times, text);
        times.setOnMousePressed(this::timesPressed);
        text.setOnMousePressed(this::textPressed);
    }

    static Button playButton(Messages words, Runnable action) {
        Button button = Controls.iconButton(Feather.PLAY, words.text("cue.play"), action);
        button.getStyleClass().addAll(Styles.SMALL, "cue-play");
        button.setFocusTraversable(false);
        return button;
    }

    static VBox lead(Button play, Label number) {
        VBox lead = new VBox(play, number);
        lead.getStyleClass().add("cue-lead");
        return lead;
    }

    void show(int shown, Cue cue, List<Find.Match> matches) {
        index = shown;
        number.setText(String.valueOf(shown + 1));
        start.setText(CueTimes.text(cue.start()));
        end.setText(CueTimes.text(cue.end()));
        text.show(cue, matches);
        setAccessibleText(words.format("cue.name", shown + 1, start.getText(), cue.text()));
    }

    private void timesPressed(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            model.select(index);
            model.audio().playFrom(model.cues().get(index).start());
        }
    }

    private void textPressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (event.isShiftDown()) {
            model.selectTo(index);
            return;
        }
        int pressed = index;
        int character = text.characterAt(event);
        model.edit(pressed, character);
        model.hear(pressed, character, event.isShortcutDown());
        event.consume();
    }
}
