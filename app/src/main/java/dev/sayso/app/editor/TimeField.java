package dev.sayso.app.editor;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A time that can be typed. It is taken with Enter, or when the field is left; Escape brings back
/// what was there.
final class TimeField extends TextField {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Predicate<Duration> take;
    private Duration shown = Duration.ZERO;

    /// @param take whether the time can be had; called with new times only
    TimeField(String name, Predicate<Duration> take) {
        this.take = take;
        getStyleClass().add("time-field");
        setAccessibleText(name);
        setPrefColumnCount(CueTimes.text(Duration.ZERO).length());
        setOnAction(_ -> commit());
        focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused) {
                                commit();
                            }
                        });
        textProperty().subscribe(_ -> pseudoClassStateChanged(WRONG, false));
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Shows a time, unless another one is just being typed.
    void show(Duration time) {
        boolean untouched = getText().equals(CueTimes.text(shown));
        boolean other = !time.equals(shown) || getText().isEmpty();
        shown = time;
        if (other || untouched) {
            setText(CueTimes.text(time));
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !getText().equals(CueTimes.text(shown))) {
            setText(CueTimes.text(shown));
            selectAll();
            event.consume();
        }
    }

    private void commit() {
        if (getText().isBlank()) {
            setText(CueTimes.text(shown));
        }
        if (getText().equals(CueTimes.text(shown))) {
            return;
        }
        Optional<Duration> time = CueTimes.parse(getText());
        boolean taken = time.isPresent() && take.test(time.get());
        pseudoClassStateChanged(WRONG, !taken);
        if (taken) {
            setText(CueTimes.text(shown));
        }
    }
}
