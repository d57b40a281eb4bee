package dev.sayso.app.desktop;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keys pressed together, written as `Ctrl+Alt+Space`.
///
/// A key stands for its place on the keyboard under Linux, and for its letter under Windows;
/// `Space` and the function keys are the same on all layouts.
///
/// @param modifiers held while the key is pressed; exactly these
/// @param key the name of a key in [ShortcutKeys]
public record Shortcut(Set<Modifier> modifiers, String key) {

    /// Keys that are held.
    public enum Modifier {
        CTRL("Ctrl", "control|strg"),
        ALT("Alt", "option|opt"),
        SHIFT("Shift", "umschalt"),
        META("Meta", "super|win|windows|cmd|command");

        private final String word;
        private final String others;

        Modifier(String word, String others) {
            this.word = word;
            this.others = others;
        }

        private boolean isCalled(String name) {
            return word.toLowerCase(Locale.ROOT).equals(name)
                    || List.of(others.split("\\|", -1)).contains(name);
        }
    }

    /// Checks that the key exists, and that typing does not press the shortcut by chance.
    public Shortcut {
        modifiers = Set.copyOf(modifiers);
        if (!ShortcutKeys.exists(key)) {
            throw new IllegalArgumentException("no such key: " + key);
        }
        boolean held =
                modifiers.contains(Modifier.CTRL)
                        || modifiers.contains(Modifier.ALT)
                        || modifiers.contains(Modifier.META);
        if (!held && !ShortcutKeys.worksAlone(key)) {
            throw new IllegalArgumentException(key + " needs Ctrl, Alt or Meta");
        }
    }

    /// Reads what a person has written; case and spaces do not matter.
    ///
    /// @throws IllegalArgumentException saying what is wrong
    public static Shortcut parse(String text) {
        Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        List<String> keys = new ArrayList<>();
        for (String part : text.split("\\+", -1)) {
            String name = part.strip().toLowerCase(Locale.ROOT);
            Modifier modifier = modifier(name);
            if (modifier == null) {
                keys.add(
                        ShortcutKeys.named(name)
                                .orElseThrow(
                                        () ->
                                                new IllegalArgumentException(
                                                        "no such key: " + part.strip())));
            } else if (!modifiers.add(modifier)) {
                throw new IllegalArgumentException(modifier.word + " stands there twice");
            }
        }
        if (keys.size() != 1) {
            throw new IllegalArgumentException(
                    "expected one key beside Ctrl, Alt, Shift and Meta, found " + keys.size());
        }
        return new Shortcut(modifiers, keys.getFirst());
    }

    private static @Nullable Modifier modifier(String name) {
        for (Modifier modifier : Modifier.values()) {
            if (modifier.isCalled(name)) {
                return modifier;
            }
        }
        return null;
    }

    /// As it is kept and shown: `Ctrl+Alt+Shift+Meta+Key`.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Modifier modifier : Modifier.values()) {
            if (modifiers.contains(modifier)) {
                text.append(modifier.word).append('+');
            }
        }
        return text.append(key).toString();
    }
}
