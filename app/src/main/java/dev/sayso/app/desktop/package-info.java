/// What differs between desktops: the global hotkey, insertion into other programs, the tray,
/// autostart, and what is said when there is no window.
///
/// AWT and Swing live here and nowhere else. They start when they are first used, which takes a
/// while and is no work for the FX thread; under macOS it must be after JavaFX has started.
///
/// Insertion uses AWT's clipboard and robot, not JavaFX'. Another program has to hand out what is
/// on the clipboard, and may take its time: JavaFX would wait for it on the thread that draws the
/// window. And AWT alone tells, on X11, when the text has been fetched, so that nothing is called
/// inserted which is not, and the old clipboard never comes back too early.
///
/// [dev.sayso.app.desktop.GlobalHotkey] uses jnativehook, which looks at keys and takes none away.
/// There is no hotkey under Wayland: its portal for shortcuts is not used yet, and the desktop's
/// own settings can call `sayso toggle`. [dev.sayso.app.desktop.Diagnostics] says all of this to
/// the user.
///
/// Whatever goes into logs and reports passes [dev.sayso.app.desktop.CrashLog] or
/// [dev.sayso.app.desktop.CrashReport], which leave out what could have been spoken.
package dev.sayso.app.desktop;
