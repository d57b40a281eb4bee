/// A small window above all others for a dictation that was begun in another program: how loud it
/// is, how long it takes, what was understood, and a way to cancel.
///
/// It must not take the focus, or the text would have nowhere to go. A JavaFX stage that is shown
/// comes to the foreground on some systems; a popup does not. So it is a popup, of a stage that is
/// too small to see.
package dev.sayso.app.overlay;
