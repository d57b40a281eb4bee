package dev.sayso.app.desktop;

import com.github.kwhat.jnativehook.keyboard.NativeKeyEvent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;

/// The keys that a shortcut can have, by name.
final class ShortcutKeys {

    /// Nobody types these.
    private static final Set<String> ALONE = Set.of("Pause", "ScrollLock", "PrintScreen");

    /// Other names of the same keys.
    private static final Map<String, String> ALIASES =
            Map.of(
                    "esc", "Escape",
                    "return", "Enter",
                    "del", "Delete",
                    "ins", "Insert",
                    "leertaste", "Space",
                    "pgup", "PageUp",
                    "pgdn", "PageDown",
                    "break", "Pause");

    private static final Map<String, Integer> CODES = codes();

    private ShortcutKeys() {}

    private static Map<String, Integer> codes() {
        Map<String, Integer> codes = new LinkedHashMap<>();
        putLetters(codes);
        putDigits(codes);
        putFunctions(codes);
        codes.put("Space", NativeKeyEvent.VC_SPACE);
        codes.put("Enter", NativeKeyEvent.VC_ENTER);
        codes.put("Tab", NativeKeyEvent.VC_TAB);
        codes.put("Escape", NativeKeyEvent.VC_ESCAPE);
        codes.put("Backspace", NativeKeyEvent.VC_BACKSPACE);
        codes.put("Insert", NativeKeyEvent.VC_INSERT);
        codes.put("Delete", NativeKeyEvent.VC_DELETE);
        codes.put("Home", NativeKeyEvent.VC_HOME);
        codes.put("End", NativeKeyEvent.VC_END);
        codes.put("PageUp", NativeKeyEvent.VC_PAGE_UP);
        codes.put("PageDown", NativeKeyEvent.VC_PAGE_DOWN);
        codes.put("Up", NativeKeyEvent.VC_UP);
        codes.put("Down", NativeKeyEvent.VC_DOWN);
        codes.put("Left", NativeKeyEvent.VC_LEFT);
        codes.put("Right", NativeKeyEvent.VC_RIGHT);
        codes.put("Pause", NativeKeyEvent.VC_PAUSE);
        codes.put("ScrollLock", NativeKeyEvent.VC_SCROLL_LOCK);
        codes.put("PrintScreen", NativeKeyEvent.VC_PRINTSCREEN);
        codes.put("Comma", NativeKeyEvent.VC_COMMA);
        codes.put("Period", NativeKeyEvent.VC_PERIOD);
        codes.put("Slash", NativeKeyEvent.VC_SLASH);
        codes.put("Semicolon", NativeKeyEvent.VC_SEMICOLON);
        codes.put("Quote", NativeKeyEvent.VC_QUOTE);
        codes.put("Minus", NativeKeyEvent.VC_MINUS);
        codes.put("Equals", NativeKeyEvent.VC_EQUALS);
        codes.put("Backquote", NativeKeyEvent.VC_BACKQUOTE);
        return codes;
    }

    private static void putLetters(Map<String, Integer> codes) {
        int[] letters = {
            NativeKeyEvent.VC_A, NativeKeyEvent.VC_B, NativeKeyEvent.VC_C, NativeKeyEvent.VC_D,
            NativeKeyEvent.VC_E, NativeKeyEvent.VC_F, NativeKeyEvent.VC_G, NativeKeyEvent.VC_H,
            NativeKeyEvent.VC_I, NativeKeyEvent.VC_J, NativeKeyEvent.VC_K, NativeKeyEvent.VC_L,
            NativeKeyEvent.VC_M, NativeKeyEvent.VC_N, NativeKeyEvent.VC_O, NativeKeyEvent.VC_P,
            NativeKeyEvent.VC_Q, NativeKeyEvent.VC_R, NativeKeyEvent.VC_S, NativeKeyEvent.VC_T,
            NativeKeyEvent.VC_U, NativeKeyEvent.VC_V, NativeKeyEvent.VC_W, NativeKeyEvent.VC_X,
            NativeKeyEvent.VC_Y, NativeKeyEvent.VC_Z
        };
        for (int i = 0; i < letters.length; i++) {
            codes.put(String.valueOf((char) ('A' + i)), letters[i]);
        }
    }

    private static void putDigits(Map<String, Integer> codes) {
        int[] digits = {
            NativeKeyEvent.VC_0, NativeKeyEvent.VC_1, NativeKeyEvent.VC_2, NativeKeyEvent.VC_3,
            NativeKeyEvent.VC_4, NativeKeyEvent.VC_5, NativeKeyEvent.VC_6, NativeKeyEvent.VC_7,
            NativeKeyEvent.VC_8, NativeKeyEvent.VC_9
        };
        for (int i = 0; i < digits.length; i++) {
            codes.put(String.valueOf(i), digits[i]);
        }
    }

    private static void putFunctions(Map<String, Integer> codes) {
        int[] functions = {
            NativeKeyEvent.VC_F1, NativeKeyEvent.VC_F2, NativeKeyEvent.VC_F3,
            NativeKeyEvent.VC_F4, NativeKeyEvent.VC_F5, NativeKeyEvent.VC_F6,
            NativeKeyEvent.VC_F7, NativeKeyEvent.VC_F8, NativeKeyEvent.VC_F9,
            NativeKeyEvent.VC_F10, NativeKeyEvent.VC_F11, NativeKeyEvent.VC_F12,
            NativeKeyEvent.VC_F13, NativeKeyEvent.VC_F14, NativeKeyEvent.VC_F15,
            NativeKeyEvent.VC_F16, NativeKeyEvent.VC_F17, NativeKeyEvent.VC_F18,
            NativeKeyEvent.VC_F19, NativeKeyEvent.VC_F20, NativeKeyEvent.VC_F21,
            NativeKeyEvent.VC_F22, NativeKeyEvent.VC_F23, NativeKeyEvent.VC_F24
        };
        for (int i = 0; i < functions.length; i++) {
            codes.put("F" + (i + 1), functions[i]);
        }
    }

    static boolean exists(String key) {
        return CODES.containsKey(key);
    }

    static boolean worksAlone(String key) {
        return ALONE.contains(key) || (key.startsWith("F") && key.length() > 1);
    }

    /// The proper name of a key, however it is written.
    static Optional<String> named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String alias = ALIASES.get(lower);
        if (alias != null) {
            return Optional.of(alias);
        }
        return CODES.keySet().stream()
                .filter(key -> key.toLowerCase(Locale.ROOT).equals(lower))
                .findFirst();
    }

    /// The hook's code of a key that exists.
    static int code(String key) {
        Integer code = CODES.get(key);
        if (code == null) {
            throw new IllegalArgumentException("no such key: " + key);
        }
        return code;
    }

    /// The key that was pressed in a window of ours.
    static Optional<String> of(KeyCode code) {
        return switch (code) {
            case PAGE_UP -> Optional.of("PageUp");
            case PAGE_DOWN -> Optional.of("PageDown");
            case BACK_SPACE -> Optional.of("Backspace");
            case SCROLL_LOCK -> Optional.of("ScrollLock");
            case PRINTSCREEN -> Optional.of("PrintScreen");
            case BACK_QUOTE -> Optional.of("Backquote");
            default -> named(code.isDigitKey() ? code.getChar() : code.name());
        };
    }
}
