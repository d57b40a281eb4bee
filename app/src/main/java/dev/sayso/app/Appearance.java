package dev.sayso.app;

import dev.sayso.app.settings.Settings;
import dev.sayso.app.settings.SettingsModel;
import dev.sayso.app.ui.FxThread;
import dev.sayso.app.ui.Theme;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.beans.property.ReadOnlyObjectProperty;

/// Light or dark, as the settings and the system say, at once when they change.
final class Appearance {

    private final SettingsModel settings;
    private final ReadOnlyObjectProperty<ColorScheme> system = FxThread.systemColours();

    private Appearance(SettingsModel settings) {
        this.settings = settings;
    }

    /// From now on.
    static void follow(SettingsModel settings) {
        Appearance appearance = new Appearance(settings);
        settings.settings().addListener((_, _, _) -> appearance.dress());
        appearance.system.addListener((_, _, _) -> appearance.dress());
        appearance.dress();
    }

    private void dress() {
        Theme.use(colours(settings.get().appearance(), system.get()));
    }

    private static ColorScheme colours(Settings.Appearance wanted, ColorScheme system) {
        return switch (wanted.theme()) {
            case SYSTEM -> system;
            case LIGHT -> ColorScheme.LIGHT;
            case DARK -> ColorScheme.DARK;
        };
    }

    /// The language of the window.
    static Locale language(Settings.Appearance wanted) {
        return wanted.uiLanguage().isEmpty()
                ? Locale.getDefault(Locale.Category.DISPLAY)
                : Locale.forLanguageTag(wanted.uiLanguage());
    }
}
