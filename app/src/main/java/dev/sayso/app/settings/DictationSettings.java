package dev.sayso.app.settings;

import dev.sayso.app.settings.Settings.Destination;
import dev.sayso.app.settings.Settings.HotkeyMode;
import dev.sayso.app.ui.Messages;
import java.time.Duration;
import java.util.List;

/// How a dictation is begun, and where its text goes.
final class DictationSettings {

    private static final int MOST_SILENCE = 120;

    private DictationSettings() {}

    static SettingsSection section(Rows rows) {
        Messages words = rows.words();
        SettingsModel model = rows.model();
        HotkeyField hotkey =
                new HotkeyField(
                        words, wanted -> model.change(s -> DictationChange.hotkey(s, wanted)));
        model.settings().subscribe(settings -> hotkey.show(settings.dictation().hotkey()));
        return new SettingsSection(
                words.text("dictation"),
                List.of(
                        rows.labelled("dictation.hotkey", hotkey),
                        rows.choice(
                                "dictation.hotkeyMode",
                                List.of(HotkeyMode.values()),
                                mode -> words.text("hotkeyMode." + mode),
                                settings -> settings.dictation().hotkeyMode(),
                                DictationChange::hotkeyMode),
                        rows.number(
                                "dictation.stopAfterSilence",
                                new NumberRange(() -> 0, () -> MOST_SILENCE, 1),
                                settings -> seconds(settings.dictation().stopAfterSilence()),
                                (settings, seconds) ->
                                        DictationChange.stopAfterSilence(
                                                settings, duration(seconds))),
                        rows.choice(
                                "dictation.destination",
                                List.of(Destination.values()),
                                destination -> words.text("destination." + destination),
                                settings -> settings.dictation().destination(),
                                DictationChange::destination),
                        rows.check(
                                "dictation.restoreClipboard",
                                settings -> settings.dictation().restoreClipboard(),
                                DictationChange::restoreClipboard),
                        rows.check(
                                "dictation.overlay",
                                settings -> settings.dictation().overlay(),
                                DictationChange::overlay),
                        rows.check(
                                "dictation.sounds",
                                settings -> settings.dictation().sounds(),
                                DictationChange::sounds)));
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
