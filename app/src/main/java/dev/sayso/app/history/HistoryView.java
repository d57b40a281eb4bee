package dev.sayso.app.history;

import dev.sayso.app.ui.ErrorPanel;
import dev.sayso.app.ui.Messages;
import dev.sayso.app.ui.Toasts;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The place that shows past texts: search above, the list to the left, one text to the right.
public final class HistoryView extends VBox {

    private static final double LIST_SHARE = 0.42;
    private static final KeyCombination FIND =
            new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final HistoryModel model;
    private final HistoryWords words;
    private final Toasts toasts;
    private final HistoryList list;
    private final HistoryTop top;
    private final ClearQuestion question;

    /// @param privateMode whether new texts are kept
    /// @param clock what today is, and in which time zone
    public HistoryView(
            HistoryModel model,
            ObservableBooleanValue privateMode,
            Locale locale,
            Toasts toasts,
            Clock clock) {
        this.model = model;
        this.words = new HistoryWords(Messages.of(HistoryView.class, locale), clock);
        this.toasts = toasts;
        this.question = new ClearQuestion(words, model::clear);
        this.top = new HistoryTop(model, words, this::toList, question::ask);
        this.list =
                new HistoryList(
                        model,
                        words,
                        new HistoryList.Keys(model::edit, this::copy, this::delete, top::showAll));
        getStyleClass().add("history");
        getStylesheets()
                .add(
                        Objects.requireNonNull(HistoryView.class.getResource("history.css"))
                                .toString());
        getChildren().addAll(top, notice(privateMode), question, errors(locale), split());
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (FIND.match(event)) {
                        takeFocus();
                        event.consume();
                    }
                });
    }

    private Node notice(ObservableBooleanValue privateMode) {
        Label text = new Label(words.text("private.notice"));
        text.setWrapText(true);
        HBox notice = new HBox(new FontIcon(Feather.EYE_OFF), text);
        notice.getStyleClass().add("notice");
        notice.setMinHeight(USE_PREF_SIZE);
        notice.visibleProperty().bind(privateMode);
        notice.managedProperty().bind(privateMode);
        return notice;
    }

    private Node errors(Locale locale) {
        ErrorPanel errors = new ErrorPanel(Messages.of(ErrorPanel.class, locale));
        errors.show(model.problem().get());
        model.problem().addListener((_, _, now) -> errors.show(now));
        return errors;
    }

    private Node split() {
        DetailPane detail =
                new DetailPane(
                        model,
                        words,
                        new DetailPane.Actions(
                                this::copy,
                                this::delete,
                                () -> toasts.show(words.text("again.started"))));
        SplitPane split = new SplitPane(list, detail);
        split.getStyleClass().add("history-split");
        split.setDividerPositions(LIST_SHARE);
        SplitPane.setResizableWithParent(list, false);
        VBox.setVgrow(split, Priority.ALWAYS);
        return split;
    }

    /// Gives the keyboard to the search.
    public void takeFocus() {
        top.takeFocus();
    }

    private void toList() {
        list.takeFocus();
    }

    private void copy() {
        HistoryModel.Shown shown = model.shown().get();
        if (shown != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(shown.entry().document().text());
            Clipboard.getSystemClipboard().setContent(content);
            toasts.show(words.text("copied"));
        }
    }

    private void delete() {
        List<Long> ids = list.selected();
        if (!ids.isEmpty()) {
            model.delete(
                    ids,
                    () ->
                            toasts.show(
                                    words.format("deleted", ids.size()),
                                    words.text("undo"),
                                    () -> model.restore(ids)));
        }
    }
}
