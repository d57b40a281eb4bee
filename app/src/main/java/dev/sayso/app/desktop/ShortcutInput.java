package dev.sayso.app.desktop;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyEvent;

/// Reads a shortcut from the keys that a person presses in the settings.
public final class ShortcutInput {

    private ShortcutInput() {}

    /// The shortcut that was pressed; empty while only modifiers are held, or when it is none.
    ///
    /// @param event a key was pressed
    public static Optional<Shortcut> of(KeyEvent event) {
        Set<Shortcut.Modifier> modifiers = EnumSet.noneOf(Shortcut.Modifier.class);
        if (event.isControlDown()) {
            modifiers.add(Shortcut.Modifier.CTRL);
        }
        if (event.isAltDown()) {
            modifiers.add(Shortcut.Modifier.ALT);
        }
        if (event.isShiftDown()) {
            modifiers.add(Shortcut.Modifier.SHIFT);
        }
        if (event.isMetaDown()) {
            modifiers.add(Shortcut.Modifier.META);
        }
        return ShortcutKeys.of(event.getCode())
                .flatMap(
                        key -> {
                            try {
                                return Optional.of(new Shortcut(modifiers, key));
                            } catch (IllegalArgumentException e) {
                                // a letter without Ctrl, Alt or Meta
                                return Optional.empty();
                            }
                        });
    }
}
