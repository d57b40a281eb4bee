package dev.sayso.app;

import dev.sayso.app.desktop.DesktopSystem;
import dev.sayso.app.desktop.GlobalHotkey;
import dev.sayso.app.desktop.HotkeyListener;
import dev.sayso.app.desktop.HotkeyState;
import dev.sayso.app.desktop.Shortcut;
import dev.sayso.app.desktop.Tray;
import dev.sayso.app.desktop.TrayActions;
import dev.sayso.app.desktop.TrayState;
import dev.sayso.app.settings.SettingsModel;
import dev.sayso.app.ui.FxThread;
import dev.sayso.app.ui.Icons;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.ColorScheme;
import org.jspecify.annotations.Nullable;

/// The hotkey and the tray, which start after the window, and may never be there. Both are started
/// on a background thread; everything else is called on the FX thread.
final class DesktopLinks implements AutoCloseable {

    private final SettingsModel settings;
    private @Nullable GlobalHotkey hotkey;
    private @Nullable Tray tray;
    private boolean hearsEscape;
    private TrayState state = TrayState.IDLE;
    private boolean hasText;
    private boolean closed;

    DesktopLinks(SettingsModel settings) {
        this.settings = settings;
        settings.settings().addListener((_, _, _) -> useShortcut());
    }

    /// Begins, on a thread of its own; what there is is used as soon as it is there.
    ///
    /// @param libraries where native libraries are unpacked to
    void start(
            DesktopSystem system,
            Path libraries,
            Locale language,
            HotkeyListener listener,
            TrayActions actions) {
        if (system.session() == DesktopSystem.Session.NONE) {
            return;
        }
        boolean dark = FxThread.systemColours().get() == ColorScheme.DARK;
        Thread.ofPlatform()
                .daemon()
                .name("desktop")
                .start(
                        () -> {
                            GlobalHotkey key =
                                    GlobalHotkey.start(
                                            system, libraries, listener, FxThread::inOrder);
                            FxThread.inOrder(() -> started(key));
                            try {
                                Tray there =
                                        Tray.install(
                                                        DesktopLinks::icons,
                                                        dark,
                                                        language,
                                                        actions,
                                                        FxThread::inOrder)
                                                .orElse(null);
                                FxThread.inOrder(() -> started(there));
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
    }

    private static List<URL> icons(TrayState state, boolean onDark) {
        return Icons.tray(state.name().toLowerCase(Locale.ROOT), onDark);
    }

    private void started(GlobalHotkey key) {
        if (closed) {
            key.close();
            return;
        }
        hotkey = key;
        useShortcut();
        key.hearEscape(hearsEscape);
    }

    private void started(@Nullable Tray there) {
        if (there == null) {
            return;
        }
        if (closed) {
            there.close();
            return;
        }
        tray = there;
        there.show(state, hasText);
        FxThread.systemColours()
                .addListener((_, _, now) -> there.useColours(now == ColorScheme.DARK));
    }

    private void useShortcut() {
        if (hotkey != null) {
            String wanted = settings.get().dictation().hotkey();
            hotkey.use(wanted.isEmpty() ? null : shortcut(wanted));
        }
    }

    private static @Nullable Shortcut shortcut(String text) {
        try {
            return Shortcut.parse(text);
        } catch (IllegalArgumentException e) {
            // a settings file that was edited by hand
            return null;
        }
    }

    /// Shows how far things are.
    ///
    /// @param recording whether Escape ends it from anywhere
    void show(TrayState now, boolean recording, boolean text) {
        state = now;
        hasText = text;
        hearsEscape = recording;
        if (tray != null) {
            tray.show(now, text);
        }
        if (hotkey != null) {
            hotkey.hearEscape(recording);
        }
    }

    /// Whether a window that is hidden can be found again.
    boolean hasTray() {
        return tray != null && tray.isThere();
    }

    /// What has become of the hotkey.
    HotkeyState hotkey() {
        return hotkey == null ? new HotkeyState.Off() : hotkey.state();
    }

    /// Whether keys are down that would spoil others that are sent.
    boolean modifiersHeld() {
        GlobalHotkey key = hotkey;
        return key != null && key.modifiersHeld();
    }

    @Override
    public void close() {
        closed = true;
        if (hotkey != null) {
            hotkey.close();
        }
        if (tray != null) {
            tray.close();
        }
    }
}
