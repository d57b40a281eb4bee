package dev.sayso.app.settings;

import java.util.Locale;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import javafx.util.StringConverter;

/// What the values of a list are called, and how one is found by typing the beginning of its name.
final class ChoiceNames {

    private static final Duration PAUSE = Duration.seconds(1);

    private ChoiceNames() {}

    static <T> void show(ComboBox<T> box, Function<T, String> names) {
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(T value) {
                        return value == null ? "" : names.apply(value);
                    }

                    @Override
                    public T fromString(String name) {
                        throw new UnsupportedOperationException(name);
                    }
                });
        StringBuilder typed = new StringBuilder();
        PauseTransition forget = new PauseTransition(PAUSE);
        forget.setOnFinished(_ -> typed.setLength(0));
        box.addEventHandler(
                KeyEvent.KEY_TYPED,
                event -> {
                    String character = event.getCharacter();
                    if (character.isBlank() || Character.isISOControl(character.charAt(0))) {
                        return;
                    }
                    typed.append(character.toLowerCase(Locale.ROOT));
                    forget.playFromStart();
                    choose(box, names, typed.toString());
                });
    }

    private static <T> void choose(ComboBox<T> box, Function<T, String> names, String beginning) {
        for (T value : box.getItems()) {
            if (names.apply(value).toLowerCase(Locale.ROOT).startsWith(beginning)) {
                box.setValue(value);
                return;
            }
        }
    }
}
