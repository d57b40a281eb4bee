package dev.sayso.app.desktop;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// A shortcut that works whichever program has the focus, where the desktop allows that.
///
/// Where it does not, the object is there all the same, and its state says why.
///
/// The keys are looked at, not taken: the program with the focus gets them, too. So two programs
/// may answer to one shortcut, and neither can tell; [TakenShortcuts] knows the common ones.
public sealed interface GlobalHotkey extends AutoCloseable permits HookedHotkey, NoHotkey {

    /// Begins to look, if the desktop allows. Loads a native library, so it is no work for the FX
    /// thread.
    ///
    /// @param libraries where that is unpacked to; made anew when it is not there
    /// @param listener called by the executor
    /// @param executor the FX thread, in order
    static GlobalHotkey start(
            DesktopSystem system, Path libraries, HotkeyListener listener, Executor executor) {
        return switch (system.session()) {
            case WAYLAND -> new NoHotkey(HotkeyState.Reason.WAYLAND, "");
            case NONE -> new NoHotkey(HotkeyState.Reason.NO_DISPLAY, "");
            case X11, NATIVE -> HookedHotkey.start(system.os(), libraries, listener, executor);
        };
    }

    /// Another shortcut from now on; null: none. The same one again changes nothing.
    void use(@Nullable Shortcut shortcut);

    /// Whether Escape is to be heard of, for as long as a dictation runs that it would cancel.
    void hearEscape(boolean wanted);

    /// What has become of it.
    HotkeyState state();

    /// Whether Ctrl, Alt, Shift or Meta is down, as far as is known.
    boolean modifiersHeld();

    @Override
    void close();
}
