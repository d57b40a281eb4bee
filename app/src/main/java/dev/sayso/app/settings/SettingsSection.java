package dev.sayso.app.settings;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Choices that belong together.
final class SettingsSection extends VBox {

    private final String title;
    private final List<SettingRow> rows;

    SettingsSection(String title, List<SettingRow> rows) {
        this.title = title;
        this.rows = List.copyOf(rows);
        getStyleClass().add("settings-section");
        Label headline = new Label(title);
        headline.getStyleClass().add(Styles.TITLE_3);
        headline.setWrapText(true);
        getChildren().add(headline);
        getChildren().addAll(rows);
    }

    String title() {
        return title;
    }

    /// Shows the rows that have all of these words; all of them when the title has.
    ///
    /// @return whether there are any
    boolean filter(String wanted) {
        boolean whole = new SettingRow(title).has(wanted);
        boolean any = whole;
        for (SettingRow row : rows) {
            boolean shown = whole || row.has(wanted);
            row.show(shown);
            any |= shown;
        }
        return any;
    }
}
