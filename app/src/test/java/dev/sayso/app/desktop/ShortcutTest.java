package dev.sayso.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayso.app.desktop.DesktopSystem.Os;
import dev.sayso.app.desktop.Shortcut.Modifier;
import java.util.Arrays;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortcutTest {

    @ParameterizedTest
    @CsvSource({
        "Ctrl+Alt+Space, Ctrl+Alt+Space",
        "alt + CONTROL + space, Ctrl+Alt+Space",
        "Strg+Umschalt+Leertaste, Ctrl+Shift+Space",
        "Cmd+Option+d, Alt+Meta+D",
        "super+esc, Meta+Escape",
        "f9, F9",
        "Shift+F12, Shift+F12",
        "Pause, Pause",
        "Ctrl+1, Ctrl+1",
        "Ctrl+pgup, Ctrl+PageUp",
    })
    void isReadHoweverItIsWrittenAndWrittenOneWay(String text, String expected) {
        Shortcut shortcut = Shortcut.parse(text);

        assertThat(shortcut).hasToString(expected);
        assertThat(Shortcut.parse(shortcut.toString())).isEqualTo(shortcut);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'no such key: '",
        "Ctrl+, 'no such key: '",
        "Ctrl+Alt, 'expected one key beside Ctrl, Alt, Shift and Meta, found 0'",
        "Ctrl+A+B, 'expected one key beside Ctrl, Alt, Shift and Meta, found 2'",
        "Ctrl+Ctrl+A, Ctrl stands there twice",
        "Ctrl+Strg+A, Ctrl stands there twice",
        "Ctrl+Ä, no such key: Ä",
        "Ctrl+F25, no such key: F25",
        "Hyper+A, no such key: Hyper",
        "A, 'A needs Ctrl, Alt or Meta'",
        "Shift+Space, 'Space needs Ctrl, Alt or Meta'",
        "Escape, 'Escape needs Ctrl, Alt or Meta'",
        "Enter, 'Enter needs Ctrl, Alt or Meta'",
    })
    void saysWhatIsWrong(String text, String reason) {
        assertThatThrownBy(() -> Shortcut.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason);
    }

    @Test
    void theSettingsDefaultIsFree() {
        Shortcut usual =
                Shortcut.parse(dev.sayso.app.settings.Settings.defaults().dictation().hotkey());
        for (Os os : Os.values()) {
            assertThat(TakenShortcuts.contains(usual, os)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ctrl+V", "Ctrl+C", "F1"})
    void whatProgramsUseIsKnown(String text) {
        assertThat(TakenShortcuts.contains(Shortcut.parse(text), Os.LINUX)).isTrue();
    }

    @Test
    void whatTheSystemUsesIsKnownBySystem() {
        assertThat(TakenShortcuts.contains(Shortcut.parse("Alt+F4"), Os.WINDOWS)).isTrue();
        assertThat(TakenShortcuts.contains(Shortcut.parse("Cmd+Space"), Os.MAC)).isTrue();
        assertThat(TakenShortcuts.contains(Shortcut.parse("Ctrl+Space"), Os.LINUX)).isFalse();
    }

    @Test
    void isReadFromAKeyPress() {
        assertThat(ShortcutInput.of(press(KeyCode.SPACE, true, true)))
                .contains(new Shortcut(Set.of(Modifier.CTRL, Modifier.ALT), "Space"));
        assertThat(ShortcutInput.of(press(KeyCode.F9, false, false)))
                .contains(Shortcut.parse("F9"));
        assertThat(ShortcutInput.of(press(KeyCode.DIGIT7, true, false)))
                .contains(Shortcut.parse("Ctrl+7"));
        assertThat(ShortcutInput.of(press(KeyCode.PAGE_UP, true, false)))
                .contains(Shortcut.parse("Ctrl+PageUp"));
        assertThat(ShortcutInput.of(press(KeyCode.A, false, false))).isEmpty();
        assertThat(ShortcutInput.of(press(KeyCode.CONTROL, true, false))).isEmpty();
        assertThat(ShortcutInput.of(press(KeyCode.UNDEFINED, true, false))).isEmpty();
    }

    /// Every key of the settings' keyboard is either a key of ours or none, but never an error.
    @Test
    void noKeyBreaksTheReading() {
        Arrays.stream(KeyCode.values())
                .map(code -> press(code, true, true))
                .map(ShortcutInput::of)
                .forEach(
                        found ->
                                found.ifPresent(
                                        shortcut ->
                                                assertThat(Shortcut.parse(shortcut.toString()))
                                                        .isEqualTo(shortcut)));
    }

    private static KeyEvent press(KeyCode code, boolean ctrl, boolean alt) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, ctrl, alt, false);
    }
}
