package dev.sayso.app.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.scene.Scene;

/// Light or dark.
public final class Theme {

    private Theme() {}

    /// Dresses all windows.
    public static void use(ColorScheme colours) {
        Application.setUserAgentStylesheet(
                (colours == ColorScheme.DARK ? new PrimerDark() : new PrimerLight())
                        .getUserAgentStylesheet());
    }

    /// Adds the app's own styles to a window.
    public static void dress(Scene scene) {
        scene.getStylesheets()
                .add(Objects.requireNonNull(Theme.class.getResource("sayso.css")).toString());
    }
}
