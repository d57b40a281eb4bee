package dev.sayso.app.settings;

import dev.sayso.app.settings.Settings.Replacement;
import dev.sayso.app.ui.Controls;
import dev.sayso.app.ui.Messages;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One replacement: from, to, and how it is meant.
final class ReplacementLine extends VBox {

    /// So that a line stands in the usual window without being broken.
    private static final int COLUMNS = 6;

    private final CheckedField from;
    private final TextField to = new TextField();
    private final CheckBox regex;
    private final CheckBox ignoreCase;
    private final Messages words;

    /// @param changed called after each change
    /// @param removed called when it is to go
    ReplacementLine(
            Replacement replacement,
            Messages words,
            Runnable changed,
            Consumer<ReplacementLine> removed) {
        this.words = words;
        from = new CheckedField(_ -> wrong());
        from.put(replacement.from());
        from.input().setPromptText(words.text("replacements.from"));
        from.input().setAccessibleText(words.text("replacements.from"));
        from.input().setPrefColumnCount(COLUMNS);
        to.setPrefColumnCount(COLUMNS);
        to.setText(replacement.to());
        to.setPromptText(words.text("replacements.to"));
        to.setAccessibleText(words.text("replacements.to"));
        regex = new CheckBox(words.text("replacements.regex"));
        regex.setSelected(replacement.regex());
        ignoreCase = new CheckBox(words.text("replacements.ignoreCase"));
        ignoreCase.setSelected(replacement.ignoreCase());
        FlowPane fields =
                new FlowPane(
                        from,
                        new FontIcon(Feather.ARROW_RIGHT),
                        to,
                        regex,
                        ignoreCase,
                        Controls.iconButton(
                                Feather.TRASH_2,
                                words.text("replacements.remove"),
                                () -> removed.accept(this)));
        fields.getStyleClass().add("setting-line");
        getStyleClass().add("replacement");
        getChildren().add(fields);
        from.input().textProperty().addListener(_ -> changed.run());
        to.textProperty().addListener(_ -> changed.run());
        regex.selectedProperty()
                .addListener(
                        _ -> {
                            from.check();
                            changed.run();
                        });
        ignoreCase.selectedProperty().addListener(_ -> changed.run());
    }

    void focus() {
        from.input().requestFocus();
    }

    /// What it says; null while it makes no sense.
    @Nullable Replacement replacement() {
        return wrong() == null
                ? new Replacement(
                        from.input().getText(),
                        to.getText(),
                        regex.isSelected(),
                        ignoreCase.isSelected())
                : null;
    }

    private @Nullable String wrong() {
        String text = from.input().getText();
        if (text.isBlank()) {
            return words.text("replacements.empty");
        }
        if (regex.isSelected()) {
            try {
                var _ = Pattern.compile(text);
            } catch (PatternSyntaxException e) {
                return words.format("replacements.noRegex", e.getDescription());
            }
        }
        return null;
    }
}
