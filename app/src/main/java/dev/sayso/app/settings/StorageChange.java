package dev.sayso.app.settings;

/// The settings with one thing about storage changed.
final class StorageChange {

    private StorageChange() {}

    static Settings keepDays(Settings settings, int wanted) {
        return settings.with(settings.storage().withKeepDays(wanted));
    }

    static Settings keepAudio(Settings settings, boolean wanted) {
        return settings.with(settings.storage().withKeepAudio(wanted));
    }

    static Settings privateMode(Settings settings, boolean wanted) {
        return settings.with(settings.storage().withPrivateMode(wanted));
    }

    static Settings mirror(Settings settings, String wanted) {
        return settings.with(settings.storage().withMirror(wanted));
    }
}
