package dev.sayso.app.ui;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Small controls, made the same way everywhere.
public final class Controls {

    private Controls() {}

    /// A button that shows an icon only; its name is its tooltip, and what a screen reader says.
    public static Button iconButton(Ikon icon, String name, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        name(button, name);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// A button with an icon and a text.
    public static Button button(Ikon icon, String text, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.setMnemonicParsing(true);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// Says what a control without words is.
    public static void name(Labeled control, String name) {
        control.setAccessibleText(name);
        control.setTooltip(new Tooltip(name));
    }
}
