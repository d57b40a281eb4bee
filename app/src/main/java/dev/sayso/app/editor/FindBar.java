package dev.sayso.app.editor;

import atlantafx.base.theme.Styles;
import dev.sayso.app.ui.Controls;
import dev.sayso.app.ui.Messages;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/// Find and replace, above the cues.
final class FindBar extends FlowPane {

    private final FindModel find;
    private final FindCommands commands;
    private final Messages words;
    private final IntSupplier caret;
    private final Consumer<String> tell;
    private final TextField query;
    private final TextField replacement;
    private final Label count = new Label();

    /// @param caret where to look from in the current cue
    /// @param tell how many were replaced
    FindBar(EditorModel model, Messages words, IntSupplier caret, Consumer<String> tell) {
        this.find = model.find();
        this.commands = new FindCommands(model);
        this.words = words;
        this.caret = caret;
        this.tell = tell;
        getStyleClass().add("editor-bar");
        query = field("find.query", find.query());
        replacement = field("find.replacement", find.replacement());
        getChildren()
                .addAll(
                        query,
                        toggle("Aa", "find.case", find.matchCase()),
                        toggle("“ ”", "find.words", find.wholeWords()),
                        toggle(".*", "find.regex", find.regex()),
                        Controls.iconButton(
                                Feather.CHEVRON_UP, words.text("find.previous"), () -> go(false)),
                        Controls.iconButton(
                                Feather.CHEVRON_DOWN, words.text("find.next"), () -> go(true)),
                        count,
                        replacement,
                        button("find.replace", this::replace),
                        button("find.replaceAll", this::replaceAll),
                        Controls.iconButton(Feather.X, words.text("find.close"), this::close));
        visibleProperty().bind(find.active());
        managedProperty().bind(find.active());
        find.matches().subscribe(_ -> showCount());
        find.current().subscribe(_ -> showCount());
        find.problem().subscribe(_ -> showCount());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private TextField field(String key, StringProperty text) {
        TextField field = new TextField();
        field.setPromptText(words.text(key));
        field.setAccessibleText(words.text(key));
        field.textProperty().bindBidirectional(text);
        field.getStyleClass().add("find-field");
        return field;
    }

    private ToggleButton toggle(String sign, String key, BooleanProperty wish) {
        ToggleButton toggle = new ToggleButton(sign);
        Controls.name(toggle, words.text(key));
        toggle.getStyleClass().add(Styles.FLAT);
        toggle.selectedProperty().bindBidirectional(wish);
        return toggle;
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(words.text(key));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void showCount() {
        String problem = find.problem().get();
        int all = find.matches().get().size();
        count.getStyleClass().removeAll(Styles.DANGER);
        if (!problem.isEmpty()) {
            count.setText(words.text("find.wrong"));
            count.setTooltip(new Tooltip(problem));
            count.getStyleClass().add(Styles.DANGER);
        } else {
            count.setTooltip(null);
            int current = find.current().get() + 1;
            count.setText(
                    find.query().get().isEmpty()
                            ? ""
                            : words.format(current == 0 ? "find.count" : "find.of", all, current));
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && query.isFocused()) {
            go(!event.isShiftDown());
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && replacement.isFocused()) {
            replace();
            event.consume();
        }
    }

    private void go(boolean forward) {
        commands.next(forward, caret.getAsInt());
    }

    private void replace() {
        commands.replace(caret.getAsInt());
    }

    private void replaceAll() {
        int replaced = commands.replaceAll();
        if (find.problem().get().isEmpty()) {
            tell.accept(words.format("find.replaced", replaced));
        }
    }

    /// Opens it, with the keyboard in one of its fields.
    void open(boolean replacing) {
        find.active().set(true);
        TextField wanted = replacing && !query.getText().isEmpty() ? replacement : query;
        wanted.requestFocus();
        wanted.selectAll();
    }

    private void close() {
        find.active().set(false);
    }
}
