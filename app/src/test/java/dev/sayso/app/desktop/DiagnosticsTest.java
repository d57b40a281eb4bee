package dev.sayso.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.desktop.DesktopSystem.Os;
import dev.sayso.app.desktop.DesktopSystem.Session;
import dev.sayso.app.ui.Messages;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiagnosticsTest {

    private static final DesktopSystem X11 = new DesktopSystem(Os.LINUX, Session.X11, "KDE");
    private static final DesktopSystem WAYLAND =
            new DesktopSystem(Os.LINUX, Session.WAYLAND, "GNOME");

    @TempDir Path temp;

    private static String report(Locale language, DesktopSystem system, HotkeyState hotkey) {
        return new Diagnostics(language, system)
                .report(
                        new Diagnostics.State(
                                "1.2.3",
                                new SystemFacts("Linux 6", "25", 4, 512),
                                Map.of("DISPLAY", ":0", "SECRET_TOKEN", "geheim"),
                                hotkey,
                                system.session() == Session.X11,
                                false));
    }

    @Test
    void saysWhichWayIsTakenAndWhy() {
        Shortcut shortcut = Shortcut.parse("Ctrl+V");

        assertThat(report(Locale.ENGLISH, X11, new HotkeyState.Active(shortcut, true)))
                .isEqualTo(
                        """
                        Sayso 1.2.3
                        System: Linux 6, 4 processors
                        Java: 25, at most 512 MB of objects
                        Desktop: LINUX, X11, KDE
                        Display: XDG_SESSION_TYPE= XDG_CURRENT_DESKTOP= DISPLAY=:0 WAYLAND_DISPLAY=

                        Hotkey: Ctrl+V works in all programs. Other programs or the system answer to the same keys, too.
                        Insertion: By the clipboard and Ctrl+V, in terminals Shift+Insert; the clipboard is put back once the text was fetched.
                        Tray: This desktop has none; closing the window ends the program or minimises it.
                        """);
    }

    @Test
    void underWaylandTheHotkeyIsNotStartedAndTheWayOutNamed() {
        HotkeyListener deaf =
                new HotkeyListener() {
                    @Override
                    public void pressed() {}

                    @Override
                    public void released() {}

                    @Override
                    public void cancelled() {}
                };
        Path libraries = temp.resolve("libraries");
        try (GlobalHotkey hotkey = GlobalHotkey.start(WAYLAND, libraries, deaf, Runnable::run)) {
            hotkey.use(Shortcut.parse("Ctrl+Alt+Space"));
            hotkey.hearEscape(true);

            assertThat(hotkey.state())
                    .isEqualTo(new HotkeyState.Unavailable(HotkeyState.Reason.WAYLAND, ""));
            assertThat(hotkey.modifiersHeld()).isFalse();
            assertThat(libraries).doesNotExist();
            for (Locale language : Messages.LANGUAGES) {
                assertThat(report(language, WAYLAND, hotkey.state()))
                        .contains("sayso toggle", "Wayland")
                        .doesNotContain("geheim", "''");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(HotkeyState.Reason.class)
    void everyReasonHasWords(HotkeyState.Reason reason) {
        for (Locale language : Messages.LANGUAGES) {
            assertThat(
                            new Diagnostics(language, X11)
                                    .hotkey(new HotkeyState.Unavailable(reason, "0x22")))
                    .endsWith("(0x22)");
        }
    }
}
