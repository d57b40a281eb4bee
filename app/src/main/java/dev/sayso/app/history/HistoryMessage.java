package dev.sayso.app.history;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands where nothing is: why, and what to do next.
final class HistoryMessage extends VBox {

    HistoryMessage(Feather icon, String title, String text, Node... next) {
        getStyleClass().add("history-message");
        Label headline = new Label(title);
        headline.getStyleClass().add(Styles.TITLE_4);
        headline.setWrapText(true);
        headline.setMinHeight(USE_PREF_SIZE);
        Label explanation = new Label(text);
        explanation.getStyleClass().add("quiet");
        explanation.setWrapText(true);
        explanation.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(new FontIcon(icon), headline, explanation);
        getChildren().addAll(next);
    }
}
