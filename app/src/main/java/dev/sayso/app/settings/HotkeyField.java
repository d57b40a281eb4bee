package dev.sayso.app.settings;

import dev.sayso.app.settings.HotkeyName.Held;
import dev.sayso.app.ui.Controls;
import dev.sayso.app.ui.Messages;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A button that, once pressed, takes the next combination of keys for the hotkey. Escape leaves it
/// as it was; another button takes it away.
final class HotkeyField extends VBox {

    private final ToggleButton capture = new ToggleButton();
    private final Label wrong = new Label();
    private final Messages words;
    private final Consumer<String> chosen;
    private String hotkey = "";

    /// @param chosen told of a new one; an empty text for none
    HotkeyField(Messages words, Consumer<String> chosen) {
        this.words = words;
        this.chosen = chosen;
        getStyleClass().add("checked-field");
        wrong.setWrapText(true);
        wrong.getStyleClass().add("setting-wrong");
        wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
        capture.setId("hotkey-capture");
        capture.selectedProperty().subscribe(this::label);
        capture.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        // Space would release the button again
        capture.addEventFilter(KeyEvent.KEY_RELEASED, this::released);
        capture.focusedProperty()
                .subscribe(focused -> capture.setSelected(capture.isSelected() && focused));
        FlowPane line =
                new FlowPane(
                        capture,
                        Controls.iconButton(
                                Feather.X, words.text("hotkey.none"), () -> chosen.accept("")));
        line.getStyleClass().add("setting-line");
        getChildren().addAll(line, wrong);
    }

    /// Shows the hotkey that holds.
    void show(String current) {
        hotkey = current;
        label();
    }

    private void label() {
        String name = hotkey.isEmpty() ? words.text("hotkey.unset") : hotkey.replace("+", " + ");
        capture.setText(capture.isSelected() ? words.text("hotkey.press") : name);
        capture.setAccessibleText(words.text("dictation.hotkey") + ": " + capture.getText());
    }

    private void released(KeyEvent event) {
        if (capture.isSelected() && event.getCode() != KeyCode.TAB) {
            event.consume();
        }
    }

    private void pressed(KeyEvent event) {
        KeyCode code = event.getCode();
        if (!capture.isSelected() || code.isModifierKey()) {
            return;
        }
        Held held =
                new Held(
                        event.isControlDown(),
                        event.isAltDown(),
                        event.isShiftDown(),
                        event.isMetaDown());
        if (code == KeyCode.TAB && !held.any()) {
            return;
        }
        event.consume();
        wrong.setText(null);
        if (code == KeyCode.ESCAPE && !held.any()) {
            capture.setSelected(false);
            return;
        }
        String name = HotkeyName.of(held, code.getName(), HotkeyName.isFunction(code.getName()));
        if (name == null) {
            wrong.setText(words.text("hotkey.wrong"));
            return;
        }
        capture.setSelected(false);
        chosen.accept(name);
    }
}
