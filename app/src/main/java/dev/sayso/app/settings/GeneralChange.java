package dev.sayso.app.settings;

import dev.sayso.app.settings.Settings.General;

/// The settings with one thing about start and end changed.
final class GeneralChange {

    private GeneralChange() {}

    static Settings startAtLogin(Settings settings, boolean wanted) {
        General old = settings.general();
        return settings.with(new General(wanted, old.startHidden(), old.closeToTray()));
    }

    static Settings startHidden(Settings settings, boolean wanted) {
        General old = settings.general();
        return settings.with(new General(old.startAtLogin(), wanted, old.closeToTray()));
    }

    static Settings closeToTray(Settings settings, boolean wanted) {
        General old = settings.general();
        return settings.with(new General(old.startAtLogin(), old.startHidden(), wanted));
    }
}
