package dev.sayso.app.desktop;

import java.util.Locale;
import java.util.Map;

/// What kind of desktop this is, as far as hotkeys, insertion and the tray care.
///
/// @param os the operating system
/// @param session how programs reach the screen
/// @param name what the desktop calls itself, as `GNOME`; empty when it does not say
public record DesktopSystem(Os os, Session session, String name) {

    /// The operating system.
    public enum Os {
        LINUX,
        WINDOWS,
        MAC
    }

    /// How programs reach the screen.
    public enum Session {
        /// Each program sees all keys and windows.
        X11,
        /// No program sees what belongs to another.
        WAYLAND,
        /// Windows and macOS have one way.
        NATIVE,
        /// There is no screen.
        NONE
    }

    /// As the process's surroundings tell.
    ///
    /// @param environment of the process
    /// @param system the value of `os.name`
    public static DesktopSystem of(Map<String, String> environment, String system) {
        String name = environment.getOrDefault("XDG_CURRENT_DESKTOP", "");
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            return new DesktopSystem(Os.WINDOWS, Session.NATIVE, "");
        }
        if (lower.startsWith("mac")) {
            return new DesktopSystem(Os.MAC, Session.NATIVE, "");
        }
        return new DesktopSystem(Os.LINUX, session(environment), name);
    }

    /// The type of the session says it, where it says anything: `WAYLAND_DISPLAY` may be left over
    /// in an X11 session that was started from another one.
    private static Session session(Map<String, String> environment) {
        String type = environment.getOrDefault("XDG_SESSION_TYPE", "").toLowerCase(Locale.ROOT);
        boolean wayland = !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
        boolean x11 = !environment.getOrDefault("DISPLAY", "").isBlank();
        if (type.equals("wayland") || (wayland && !type.equals("x11"))) {
            return Session.WAYLAND;
        }
        return x11 ? Session.X11 : Session.NONE;
    }
}
