package dev.sayso.app.settings;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// One choice: what it is about, a control, and what there is to say about it.
final class SettingRow extends VBox {

    private final String words;

    /// @param words that it is found by
    SettingRow(String words, Node... content) {
        super(content);
        this.words = words.toLowerCase(Locale.ROOT);
        getStyleClass().add("setting");
    }

    /// Whether it has all of these words.
    boolean has(String wanted) {
        for (String word : wanted.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
            if (!words.contains(word)) {
                return false;
            }
        }
        return true;
    }

    void show(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }
}
