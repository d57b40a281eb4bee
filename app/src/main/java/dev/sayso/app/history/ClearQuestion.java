package dev.sayso.app.history;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Asks before everything is deleted; hidden otherwise.
final class ClearQuestion extends HBox {

    private final Button keep;

    ClearQuestion(HistoryWords words, Runnable clear) {
        getStyleClass().addAll("notice", "question");
        Label text = new Label(words.text("clear.question"));
        text.setWrapText(true);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        Button confirm = new Button(words.text("clear.confirm"));
        confirm.getStyleClass().add(Styles.DANGER);
        confirm.setMinWidth(Region.USE_PREF_SIZE);
        confirm.setOnAction(
                _ -> {
                    show(false);
                    clear.run();
                });
        keep = new Button(words.text("clear.cancel"));
        keep.setMinWidth(Region.USE_PREF_SIZE);
        keep.setOnAction(_ -> show(false));
        setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        show(false);
                    }
                });
        getChildren().addAll(new FontIcon(Feather.ALERT_TRIANGLE), text, keep, confirm);
        setMinHeight(USE_PREF_SIZE);
        show(false);
    }

    /// Shows itself, with the keyboard on what changes nothing.
    void ask() {
        show(true);
        keep.requestFocus();
    }

    private void show(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }
}
