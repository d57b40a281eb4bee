package dev.sayso.app.history;

import dev.sayso.app.ui.Controls;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The rows, or why there are none.
final class HistoryList extends StackPane {

    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    /// What the keys do.
    ///
    /// @param open Enter, or a double click
    /// @param copy Ctrl+C
    /// @param delete Delete
    /// @param showAll takes search and filter away
    record Keys(Runnable open, Runnable copy, Runnable delete, Runnable showAll) {}

    private final HistoryModel model;
    private final HistoryWords words;
    private final Keys keys;
    private final ListView<@Nullable HistoryRow> list = new ListView<>();
    private int place;

    HistoryList(HistoryModel model, HistoryWords words, Keys keys) {
        this.model = model;
        this.words = words;
        this.keys = keys;
        list.getStyleClass().add("history-list");
        list.setAccessibleText(words.text("list.name"));
        list.setCellFactory(_ -> new HistoryCell(words, model));
        list.setItems(model.rows());
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> select(row));
        model.onArrival(this::reselect);
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        list.setOnMouseClicked(
                event -> {
                    if (event.getClickCount() == 2) {
                        keys.open().run();
                    }
                });
        model.state().addListener((_, _, state) -> show(state));
        show(model.state().get());
    }

    private void select(@Nullable HistoryRow row) {
        if (!model.isChanging()) {
            place = Math.max(0, list.getSelectionModel().getSelectedIndex());
            model.select(row);
            // the keyboard may be ahead of what is drawn
            model.needs(place);
        }
    }

    /// After the rows have changed: the same entry, else the one that took its place.
    private void reselect(boolean sameQuestion) {
        Long wanted = model.selected();
        if (wanted == null) {
            return;
        }
        int index = indexOf(wanted);
        if (index < 0 && sameQuestion) {
            index = Math.min(place, model.rows().size() - 1);
        }
        if (index < 0) {
            list.getSelectionModel().clearSelection();
            select(null);
            return;
        }
        HistoryRow there = list.getSelectionModel().getSelectedItem();
        if (there == null || there.id() != model.rows().get(index).id()) {
            list.getSelectionModel().clearAndSelect(index);
            list.getFocusModel().focus(index);
        }
        select(model.rows().get(index));
    }

    private int indexOf(long id) {
        for (int i = 0; i < model.rows().size(); i++) {
            if (model.rows().get(i).id() == id) {
                return i;
            }
        }
        return -1;
    }

    private void show(ListState state) {
        getChildren().setAll(content(state));
    }

    private Node content(ListState state) {
        return switch (state) {
            case LOADING -> new Label(words.text("loading"));
            case EMPTY ->
                    new HistoryMessage(
                            Feather.CLOCK, words.text("empty.title"), words.text("empty.text"));
            case NO_MATCH ->
                    new HistoryMessage(
                            Feather.SEARCH,
                            words.text("noMatch.title"),
                            words.text("noMatch.text"),
                            Controls.button(
                                    Feather.LIST, words.text("noMatch.all"), keys.showAll()));
            case ROWS -> list;
        };
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            keys.delete().run();
        } else if (event.getCode() == KeyCode.ENTER) {
            keys.open().run();
        } else if (COPY.match(event)) {
            keys.copy().run();
        } else {
            return;
        }
        event.consume();
    }

    List<Long> selected() {
        return list.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .map(HistoryRow::id)
                .toList();
    }

    /// Gives the keyboard to the list.
    void takeFocus() {
        if (model.state().get() == ListState.ROWS) {
            list.requestFocus();
            if (list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
        }
    }
}
