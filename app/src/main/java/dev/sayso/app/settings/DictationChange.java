package dev.sayso.app.settings;

import dev.sayso.app.settings.Settings.Destination;
import dev.sayso.app.settings.Settings.Dictation;
import dev.sayso.app.settings.Settings.HotkeyMode;
import java.time.Duration;

/// The settings with one thing about dictation changed.
final class DictationChange {

    private DictationChange() {}

    static Settings hotkey(Settings settings, String wanted) {
        Dictation old = settings.dictation();
        return settings.with(
                new Dictation(
                        wanted,
                        old.hotkeyMode(),
                        old.stopAfterSilence(),
                        old.destination(),
                        old.restoreClipboard(),
                        old.overlay(),
                        old.sounds()));
    }

    static Settings hotkeyMode(Settings settings, HotkeyMode wanted) {
        Dictation old = settings.dictation();
        return settings.with(
                new Dictation(
                        old.hotkey(),
                        wanted,
                        old.stopAfterSilence(),
                        old.destination(),
                        old.restoreClipboard(),
                        old.overlay(),
                        old.sounds()));
    }

    static Settings stopAfterSilence(Settings settings, Duration wanted) {
        Dictation old = settings.dictation();
        return settings.with(
                new Dictation(
                        old.hotkey(),
                        old.hotkeyMode(),
                        wanted,
                        old.destination(),
                        old.restoreClipboard(),
                        old.overlay(),
                        old.sounds()));
    }

    static Settings destination(Settings settings, Destination wanted) {
        Dictation old = settings.dictation();
        return settings.with(
                new Dictation(
                        old.hotkey(),
                        old.hotkeyMode(),
                        old.stopAfterSilence(),
                        wanted,
                        old.restoreClipboard(),
                        old.overlay(),
                        old.sounds()));
    }

    static Settings restoreClipboard(Settings settings, boolean wanted) {
        Dictation old = settings.dictation();
        return settings.with(
                new Dictation(
                        old.hotkey(),
                        old.hotkeyMode(),
                        old.stopAfterSilence(),
                        old.destination(),
                        wanted,
                        old.overlay(),
                        old.sounds()));
    }

    static Settings overlay(Settings settings, boolean wanted) {
        Dictation old = settings.dictation();
        return settings.with(
                new Dictation(
                        old.hotkey(),
                        old.hotkeyMode(),
                        old.stopAfterSilence(),
                        old.destination(),
                        old.restoreClipboard(),
                        wanted,
                        old.sounds()));
    }

    static Settings sounds(Settings settings, boolean wanted) {
        Dictation old = settings.dictation();
        return settings.with(
                new Dictation(
                        old.hotkey(),
                        old.hotkeyMode(),
                        old.stopAfterSilence(),
                        old.destination(),
                        old.restoreClipboard(),
                        old.overlay(),
                        wanted));
    }
}
