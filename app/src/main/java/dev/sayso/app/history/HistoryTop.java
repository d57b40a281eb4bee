package dev.sayso.app.history;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import dev.sayso.app.ui.Controls;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Search, filter, how many there are.
final class HistoryTop extends HBox {

    /// How long typing rests before a search begins.
    private static final Duration REST = Duration.millis(120);

    private final HistoryModel model;
    private final CustomTextField search = new CustomTextField();
    private final ToggleGroup kinds = new ToggleGroup();
    private final PauseTransition rest = new PauseTransition(REST);
    private final ToggleButton all;

    HistoryTop(HistoryModel model, HistoryWords words, Runnable toList, Runnable clear) {
        this.model = model;
        getStyleClass().add("history-top");
        all = kind(words.text("filter.all"), null, Styles.LEFT_PILL);
        all.setSelected(true);
        HBox filter =
                new HBox(
                        all,
                        kind(
                                words.text("filter.dictations"),
                                EntryKind.DICTATION,
                                Styles.CENTER_PILL),
                        kind(words.text("filter.files"), EntryKind.FILE, Styles.RIGHT_PILL));
        kinds.selectedToggleProperty()
                .addListener(
                        (_, before, now) -> {
                            if (now == null && before != null) {
                                before.setSelected(true);
                            } else {
                                ask();
                            }
                        });
        Label count = new Label();
        count.getStyleClass().add("count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        count.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> words.format("count", model.total().get()), model.total()));
        Button everything = Controls.iconButton(Feather.TRASH, words.text("clear.open"), clear);
        everything.disableProperty().bind(model.state().isEqualTo(ListState.EMPTY));
        buildSearch(words, toList);
        getChildren().addAll(search, filter, count, everything);
    }

    private void buildSearch(HistoryWords words, Runnable toList) {
        search.setPromptText(words.text("search.prompt"));
        search.setAccessibleText(words.text("search.name"));
        search.setLeft(new FontIcon(Feather.SEARCH));
        HBox.setHgrow(search, Priority.ALWAYS);
        rest.setOnFinished(_ -> ask());
        search.textProperty().addListener((_, _, _) -> rest.playFromStart());
        search.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                        toList.run();
                        event.consume();
                    } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                        search.clear();
                        event.consume();
                    }
                });
    }

    private ToggleButton kind(String text, @Nullable EntryKind kind, String place) {
        ToggleButton button = new ToggleButton(text);
        button.setUserData(kind);
        button.setToggleGroup(kinds);
        button.getStyleClass().add(place);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private void ask() {
        rest.stop();
        Object kind =
                kinds.getSelectedToggle() == null ? null : kinds.getSelectedToggle().getUserData();
        model.search(
                new HistoryQuery(search.getText(), kind instanceof EntryKind some ? some : null));
    }

    /// Takes search and filter away.
    void showAll() {
        search.clear();
        all.setSelected(true);
        ask();
    }

    void takeFocus() {
        search.requestFocus();
        search.selectAll();
    }
}
