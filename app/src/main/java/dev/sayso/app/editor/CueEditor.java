package dev.sayso.app.editor;

import atlantafx.base.theme.Styles;
import dev.sayso.app.transcript.Cue;
import dev.sayso.app.ui.Messages;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The cue with the caret: its text and its times are fields.
final class CueEditor extends CueLine {

    private final EditorModel model;
    private final Messages words;
    private final Consumer<String> tell;
    private final Label number = new Label();
    private final TimeField start;
    private final TimeField end;
    private final CueTextArea text = new CueTextArea();
    private int index = -1;
    private boolean showing;

    /// @param tell a short message about what could not be done
    CueEditor(EditorModel model, Messages words, Consumer<String> tell) {
        this.model = model;
        this.words = words;
        this.tell = tell;
        getStyleClass().addAll("cue-row", "cue-editor");
        start = new TimeField(words.text("cue.start"), time -> times(time, cue().end()));
        end = new TimeField(words.text("cue.end"), time -> times(cue().start(), time));
        number.getStyleClass().addAll("cue-number", Styles.TEXT_SUBTLE);
        VBox times = new VBox(start, end);
        times.getStyleClass().add("cue-times");
        place(
                CueRow.lead(
                        CueRow.playButton(words, () -> model.audio().playFrom(cue().start())),
                        number),
                times,
                text);
        text.textProperty().subscribe(this::typed);
        CueKeys keys = new CueKeys(model, text, () -> tell.accept(words.text("split.where")));
        text.addEventFilter(KeyEvent.KEY_PRESSED, event -> keys.press(event, index));
        text.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    }

    private Cue cue() {
        return model.cues().get(index);
    }

    private boolean times(Duration from, Duration to) {
        boolean taken = model.changeTimes(index, from, to);
        if (!taken) {
            model.refusal(index, from, to)
                    .ifPresent(reason -> tell.accept(words.text("times." + reason.name())));
        }
        return taken;
    }

    private void typed(String now) {
        if (!showing && index >= 0) {
            model.type(index, now);
        }
    }

    void show(int shown, Cue cue) {
        showing = true;
        index = shown;
        number.setText(String.valueOf(shown + 1));
        start.show(cue.start());
        end.show(cue.end());
        if (!text.getText().equals(cue.text())) {
            text.setText(cue.text());
        }
        text.setAccessibleText(words.format("cue.text", shown + 1));
        showing = false;
    }

    /// Puts the caret where it is wanted.
    void put(CaretPlace place) {
        int length = text.getLength();
        text.selectRange(
                Math.clamp(place.anchor(), 0, length), Math.clamp(place.caret(), 0, length));
        if (place.focus()) {
            text.requestFocus();
        }
    }

    /// Where the caret is, when the text has the keyboard: null when it has not.
    @Nullable CaretPlace place() {
        return text.isFocused()
                ? new CaretPlace(index, text.getAnchor(), text.getCaretPosition(), true, 0)
                : null;
    }

    boolean hasKeyboard() {
        return text.isFocused() || start.isFocused() || end.isFocused();
    }

    int caret() {
        return text.getCaretPosition();
    }

    private void clicked(MouseEvent event) {
        boolean once = event.getClickCount() == 1 && event.isStillSincePress();
        if (once && event.getButton() == MouseButton.PRIMARY && !event.isShiftDown()) {
            model.hear(index, text.getCaretPosition(), event.isShortcutDown());
        }
    }
}
