package dev.sayso.app.desktop;

/// What has become of the global hotkey.
public sealed interface HotkeyState {

    /// It works.
    ///
    /// @param takenToo whether the system is known to do something of its own with these keys
    record Active(Shortcut shortcut, boolean takenToo) implements HotkeyState {}

    /// None is wanted.
    record Off() implements HotkeyState {}

    /// It cannot work here.
    ///
    /// @param details for someone who helps
    record Unavailable(Reason reason, String details) implements HotkeyState {}

    /// Why not.
    enum Reason {
        /// The desktop itself must call `sayso toggle`.
        WAYLAND,
        /// There is no screen.
        NO_DISPLAY,
        /// The user must allow it in macOS' settings.
        NO_PERMISSION,
        /// The X server lacks the RECORD extension.
        NO_RECORD_EXTENSION,
        /// The native library cannot be loaded.
        NO_LIBRARY,
        /// The system refused for a reason of its own.
        REFUSED
    }
}
