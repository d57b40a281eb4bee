package dev.sayso.app.editor;

import dev.sayso.app.ui.Controls;
import dev.sayso.app.ui.Messages;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/// Moves cues in time, above the cues.
final class ShiftBar extends FlowPane {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final EditorModel model;
    private final Messages words;
    private final Consumer<String> tell;
    private final TextField seconds = new TextField("0.500");
    private final RadioButton all;

    /// @param tell when the cues could not be moved as far
    ShiftBar(EditorModel model, Messages words, Consumer<String> tell) {
        this.model = model;
        this.words = words;
        this.tell = tell;
        getStyleClass().add("editor-bar");
        Label label = new Label(words.text("shift.by"));
        label.setLabelFor(seconds);
        seconds.setAccessibleText(words.text("shift.by"));
        seconds.setPrefColumnCount(6);
        seconds.textProperty().subscribe(_ -> seconds.pseudoClassStateChanged(WRONG, false));
        ToggleGroup group = new ToggleGroup();
        all = new RadioButton(words.text("shift.all"));
        RadioButton selected = new RadioButton(words.text("shift.selected"));
        all.setToggleGroup(group);
        selected.setToggleGroup(group);
        all.setSelected(true);
        getChildren()
                .addAll(
                        label,
                        seconds,
                        all,
                        selected,
                        Controls.button(
                                Feather.ARROW_LEFT, words.text("shift.earlier"), () -> shift(-1)),
                        Controls.button(
                                Feather.ARROW_RIGHT, words.text("shift.later"), () -> shift(1)),
                        Controls.iconButton(Feather.X, words.text("shift.close"), this::close));
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        close();
                        event.consume();
                    }
                });
        close();
    }

    private void shift(int direction) {
        Optional<Duration> wanted = CueTimes.parseSeconds(seconds.getText());
        seconds.pseudoClassStateChanged(WRONG, wanted.isEmpty());
        if (wanted.isEmpty()) {
            tell.accept(words.text("shift.wrong"));
            return;
        }
        Duration by = wanted.get().multipliedBy(direction);
        Duration done = model.shift(all.isSelected(), by);
        if (!done.equals(by)) {
            tell.accept(words.format("shift.limited", CueTimes.text(done.abs())));
        }
    }

    void open() {
        show(true);
        seconds.requestFocus();
        seconds.selectAll();
    }

    private void close() {
        show(false);
    }

    private void show(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }
}
