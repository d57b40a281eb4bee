package dev.sayso.app.ui;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Shows a [Problem], or nothing.
public final class ErrorPanel extends VBox {

    private final Messages words;

    /// @param words of this package
    public ErrorPanel(Messages words) {
        this.words = words;
        getStyleClass().add("error-panel");
        show(null);
    }

    /// Shows a problem; null hides the panel.
    public void show(@Nullable Problem problem) {
        getChildren().clear();
        setVisible(problem != null);
        setManaged(problem != null);
        if (problem == null) {
            return;
        }
        Label headline = new Label(problem.headline(), new FontIcon(Feather.ALERT_CIRCLE));
        headline.getStyleClass().addAll(Styles.TEXT_BOLD, "error-headline");
        headline.setWrapText(true);
        Label advice = new Label(problem.advice());
        advice.setWrapText(true);
        Button close = Controls.iconButton(Feather.X, words.text("error.close"), () -> show(null));
        HBox top = new HBox(headline, grown(), close);
        getChildren().addAll(top, advice);
        if (problem.details() != null) {
            getChildren().add(details(problem.details()));
        }
    }

    private TitledPane details(String details) {
        TextArea text = new TextArea(details);
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefRowCount(4);
        text.setAccessibleText(words.text("error.details"));
        Button copy =
                Controls.button(Feather.COPY, words.text("error.copy"), () -> copied(details));
        TitledPane pane = new TitledPane(words.text("error.details"), new VBox(text, copy));
        pane.setExpanded(false);
        pane.setAnimated(false);
        return pane;
    }

    private static void copied(String details) {
        ClipboardContent content = new ClipboardContent();
        content.putString(details);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static HBox grown() {
        HBox space = new HBox();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
