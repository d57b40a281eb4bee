package dev.sayso.app.settings;

import dev.sayso.app.settings.Settings.Storage;

/// The settings with one thing about storage changed.
final class StorageChange {

    private StorageChange() {}

    static Settings keepDays(Settings settings, int wanted) {
        Storage old = settings.storage();
        return settings.with(new Storage(wanted, old.keepAudio(), old.privateMode(), old.mirror()));
    }

    static Settings keepAudio(Settings settings, boolean wanted) {
        Storage old = settings.storage();
        return settings.with(new Storage(old.keepDays(), wanted, old.privateMode(), old.mirror()));
    }

    static Settings privateMode(Settings settings, boolean wanted) {
        Storage old = settings.storage();
        return settings.with(new Storage(old.keepDays(), old.keepAudio(), wanted, old.mirror()));
    }

    static Settings mirror(Settings settings, String wanted) {
        Storage old = settings.storage();
        return settings.with(
                new Storage(old.keepDays(), old.keepAudio(), old.privateMode(), wanted));
    }
}
