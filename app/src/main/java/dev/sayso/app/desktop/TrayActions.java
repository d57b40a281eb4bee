package dev.sayso.app.desktop;

/// What the tray's menu does; each is called by the tray's executor.
///
/// @param toggle starts a dictation, or stops it
/// @param copyLast puts the last text onto the clipboard
/// @param open brings the window to the front
/// @param quit ends the program
public record TrayActions(Runnable toggle, Runnable copyLast, Runnable open, Runnable quit) {}
