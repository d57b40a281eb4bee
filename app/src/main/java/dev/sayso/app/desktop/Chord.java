package dev.sayso.app.desktop;

import org.jspecify.annotations.Nullable;

/// Tells from single keys when a shortcut is pressed and released.
///
/// Held keys repeat, which is no second press. Only exactly its modifiers press it. It is released
/// by the first of its keys that is let go of, once.
///
/// A key whose release was missed (the screen was locked meanwhile) counts as down only as long as
/// it repeats.
final class Chord {

    /// What a key means.
    enum Meaning {
        NONE,
        PRESSED,
        RELEASED
    }

    /// Slow keyboards wait a second before they begin to repeat.
    private static final long LONGEST_REPEAT_MILLIS = 2000;

    private @Nullable Shortcut shortcut;
    private boolean pressed;
    private boolean keyDown;
    private long lastDown;

    /// Another shortcut from now on; null: none.
    ///
    /// @return released, if the one before was pressed
    Meaning use(@Nullable Shortcut wanted) {
        Meaning meaning = pressed ? Meaning.RELEASED : Meaning.NONE;
        shortcut = wanted;
        pressed = false;
        keyDown = false;
        return meaning;
    }

    /// A key went down.
    ///
    /// @param code the hook's code of it
    /// @param held the modifiers that are down
    /// @param millis when
    Meaning down(int code, HeldModifiers held, long millis) {
        if (shortcut == null || code != ShortcutKeys.code(shortcut.key())) {
            return Meaning.NONE;
        }
        boolean repeats = keyDown && millis - lastDown < LONGEST_REPEAT_MILLIS;
        keyDown = true;
        lastDown = millis;
        if (pressed && !repeats) {
            // the release that was missed
            pressed = false;
            return Meaning.RELEASED;
        }
        if (repeats || !held.are(shortcut.modifiers())) {
            return Meaning.NONE;
        }
        pressed = true;
        return Meaning.PRESSED;
    }

    /// A key went up.
    ///
    /// @param held the modifiers that are still down
    Meaning up(int code, HeldModifiers held) {
        if (shortcut == null) {
            return Meaning.NONE;
        }
        boolean key = code == ShortcutKeys.code(shortcut.key());
        if (key) {
            keyDown = false;
        }
        if (pressed && (key || !held.include(shortcut.modifiers()))) {
            pressed = false;
            return Meaning.RELEASED;
        }
        return Meaning.NONE;
    }
}
