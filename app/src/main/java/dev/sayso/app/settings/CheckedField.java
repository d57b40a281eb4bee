package dev.sayso.app.settings;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A field that says what is wrong with its text.
final class CheckedField extends VBox {

    /// Takes a text, or says why not.
    @FunctionalInterface
    interface Check {
        /// @return null for what is good, else why it is not
        @Nullable String apply(String typed);
    }

    private final TextField input = new TextField();
    private final Label wrong = new Label();
    private final Check check;
    private boolean putting;

    /// @param check called with each text that is typed
    CheckedField(Check check) {
        this.check = check;
        wrong.setWrapText(true);
        wrong.getStyleClass().add("setting-wrong");
        getStyleClass().add("checked-field");
        getChildren().addAll(input, wrong);
        say(null);
        input.textProperty()
                .addListener(
                        (_, _, typed) -> {
                            if (!putting) {
                                say(check.apply(typed));
                            }
                        });
    }

    TextField input() {
        return input;
    }

    /// Shows what holds now, which is good.
    void put(String text) {
        putting = true;
        input.setText(text);
        putting = false;
        say(null);
    }

    /// Looks again, when something else has changed that the check depends on.
    void check() {
        say(check.apply(input.getText()));
    }

    private void say(@Nullable String why) {
        wrong.setText(why);
        wrong.setVisible(why != null);
        wrong.setManaged(why != null);
        input.pseudoClassStateChanged(Styles.STATE_DANGER, why != null);
        input.setAccessibleHelp(why);
    }
}
