package dev.sayso.app.settings;

import dev.sayso.app.settings.Settings.Files;
import dev.sayso.app.subtitles.ExportFormat;
import java.util.ArrayList;
import java.util.List;

/// How the program starts and ends, and what becomes of files.
final class GeneralSettings {

    private GeneralSettings() {}

    static SettingsSection section(Rows rows) {
        List<SettingRow> all = new ArrayList<>();
        all.add(
                rows.check(
                        "general.startAtLogin",
                        settings -> settings.general().startAtLogin(),
                        GeneralChange::startAtLogin));
        all.add(
                rows.check(
                        "general.startHidden",
                        settings -> settings.general().startHidden(),
                        GeneralChange::startHidden));
        all.add(
                rows.check(
                        "general.closeToTray",
                        settings -> settings.general().closeToTray(),
                        GeneralChange::closeToTray));
        all.add(
                rows.check(
                        "files.besideSource",
                        settings -> settings.files().besideSource(),
                        (settings, chosen) ->
                                settings.with(new Files(chosen, settings.files().formats()))));
        for (String extension : extensions()) {
            all.add(
                    rows.check(
                            "files." + extension,
                            settings -> settings.files().formats().contains(extension),
                            (settings, chosen) -> changed(settings, extension, chosen)));
        }
        return new SettingsSection(rows.words().text("general"), all);
    }

    private static List<String> extensions() {
        return List.of(ExportFormat.values()).stream()
                .map(ExportFormat::extension)
                .distinct()
                .toList();
    }

    private static Settings changed(Settings settings, String extension, boolean chosen) {
        List<String> formats = new ArrayList<>(settings.files().formats());
        formats.remove(extension);
        if (chosen) {
            formats.add(extension);
        }
        // in the usual order, so that the same choice is the same settings
        formats.sort((one, other) -> extensions().indexOf(one) - extensions().indexOf(other));
        return settings.with(new Files(settings.files().besideSource(), formats));
    }
}
