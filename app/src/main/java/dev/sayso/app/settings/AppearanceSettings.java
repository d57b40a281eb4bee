package dev.sayso.app.settings;

import dev.sayso.app.settings.Settings.Appearance;
import dev.sayso.app.settings.Settings.ThemeChoice;
import dev.sayso.app.ui.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the window looks like.
final class AppearanceSettings {

    private AppearanceSettings() {}

    static SettingsSection section(Rows rows) {
        Messages words = rows.words();
        return new SettingsSection(
                words.text("appearance"),
                List.of(
                        rows.choice(
                                "appearance.theme",
                                List.of(ThemeChoice.values()),
                                theme -> words.text("theme." + theme),
                                settings -> settings.appearance().theme(),
                                (settings, theme) ->
                                        settings.with(
                                                new Appearance(
                                                        theme,
                                                        settings.appearance().uiLanguage()))),
                        rows.choice(
                                "appearance.uiLanguage",
                                languages(),
                                tag -> name(tag, words),
                                settings -> settings.appearance().uiLanguage(),
                                (settings, tag) ->
                                        settings.with(
                                                new Appearance(
                                                        settings.appearance().theme(), tag)))));
    }

    private static List<String> languages() {
        List<String> tags = new ArrayList<>();
        tags.add("");
        Messages.LANGUAGES.forEach(language -> tags.add(language.toLanguageTag()));
        return tags;
    }

    /// Each in itself, so that it is found by those who speak it.
    private static String name(String tag, Messages words) {
        Locale locale = Locale.forLanguageTag(tag);
        return tag.isEmpty() ? words.text("language.system") : locale.getDisplayName(locale);
    }
}
