package dev.sayso.app.settings;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Hotkeys as they are kept: `Ctrl+Alt+Space`. The modifiers stand in this order: Ctrl, Alt, Shift,
/// Meta; the key has the name that JavaFX gives it, without spaces (`PageUp`).
final class HotkeyName {

    private HotkeyName() {}

    /// The modifiers that are held.
    record Held(boolean ctrl, boolean alt, boolean shift, boolean meta) {

        boolean any() {
            return ctrl || alt || meta;
        }
    }

    /// @param key its name
    /// @return null when that would take a key from all programs that is needed for writing
    static @Nullable String of(Held held, String key, boolean function) {
        if (!held.any() && !function) {
            return null;
        }
        return (held.ctrl() ? "Ctrl+" : "")
                + (held.alt() ? "Alt+" : "")
                + (held.shift() ? "Shift+" : "")
                + (held.meta() ? "Meta+" : "")
                + key.replace(" ", "");
    }

    /// Whether a key is free for anything even without modifiers: `F1` to `F24`, `Pause` and such.
    static boolean isFunction(String key) {
        return key.matches("F\\d{1,2}")
                || switch (key.toLowerCase(Locale.ROOT)) {
                    case "pause", "scroll lock", "print screen", "insert" -> true;
                    default -> false;
                };
    }
}
