package dev.sayso.app.dictation;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// A quiet button that says what is chosen, and opens a list to choose something else from. A long
/// list can be searched.
final class ChoiceButton<T> extends Button {

    private static final int SEARCHED_FROM = 9;
    private static final int MOST_ROWS = 9;
    private static final double ROW_EM = 2.4;

    /// Something to choose.
    ///
    /// @param text how it is shown
    record Choice<T>(T value, String text) {}

    private final Supplier<List<Choice<T>>> choices;
    private final Consumer<T> chosen;
    private final ListView<Choice<T>> list = new ListView<>();
    private final TextField filter = new TextField();
    private final VBox content = new VBox(filter, list);
    private final Popup popup = new Popup();
    private List<Choice<T>> all = List.of();

    /// @param name for a screen reader, before what is chosen
    /// @param search what stands in the empty search field
    ChoiceButton(
            Ikon icon,
            String name,
            String search,
            Supplier<List<Choice<T>>> choices,
            Consumer<T> chosen) {
        this.choices = choices;
        this.chosen = chosen;
        setGraphic(new FontIcon(icon));
        getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "choice");
        accessibleTextProperty()
                .bind(textProperty().map(text -> name + ": " + Objects.requireNonNull(text)));
        setOnAction(_ -> open());
        content.getStyleClass().add("choice-popup");
        content.getStylesheets()
                .add(
                        Objects.requireNonNull(ChoiceButton.class.getResource("dictation.css"))
                                .toString());
        list.setCellFactory(_ -> new Cell<>());
        list.setAccessibleText(name);
        list.setOnMouseClicked(_ -> choose());
        filter.setPromptText(search);
        filter.setAccessibleText(search);
        filter.textProperty().subscribe(this::narrow);
        content.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        popup.setAutoHide(true);
        popup.getContent().add(content);
    }

    private void open() {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        all = choices.get();
        boolean searched = all.size() >= SEARCHED_FROM;
        filter.setVisible(searched);
        filter.setManaged(searched);
        filter.clear();
        narrow("");
        double row = getFont().getSize() * ROW_EM;
        list.setFixedCellSize(row);
        list.setPrefHeight(row * Math.clamp(all.size(), 1, MOST_ROWS) + 4);
        Bounds bounds = localToScreen(getBoundsInLocal());
        popup.show(this, bounds.getMinX(), bounds.getMinY());
        // it opens upwards: the buttons stand at the window's bottom
        popup.setAnchorY(bounds.getMinY() - content.getHeight());
        (searched ? filter : list).requestFocus();
    }

    private void narrow(String wanted) {
        String part = wanted.strip().toLowerCase(Locale.ROOT);
        list.getItems()
                .setAll(
                        all.stream()
                                .filter(c -> c.text().toLowerCase(Locale.ROOT).contains(part))
                                .toList());
        list.getSelectionModel().selectFirst();
        all.stream()
                .filter(choice -> part.isEmpty() && choice.text().equals(getText()))
                .findFirst()
                .ifPresent(
                        choice -> {
                            list.getSelectionModel().select(choice);
                            list.scrollTo(choice);
                        });
    }

    private void typed(KeyEvent event) {
        int step =
                switch (event.getCode()) {
                    case DOWN -> 1;
                    case UP -> -1;
                    default -> 0;
                };
        if (event.getCode() == KeyCode.ENTER) {
            choose();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            popup.hide();
            event.consume();
        } else if (step != 0) {
            int at = list.getSelectionModel().getSelectedIndex() + step;
            list.getSelectionModel().select(Math.clamp(at, 0, list.getItems().size() - 1));
            list.scrollTo(list.getSelectionModel().getSelectedIndex());
            event.consume();
        }
    }

    private void choose() {
        Choice<T> choice = list.getSelectionModel().getSelectedItem();
        if (choice != null) {
            popup.hide();
            chosen.accept(choice.value());
        }
    }

    private static final class Cell<T> extends ListCell<Choice<T>> {
        @Override
        protected void updateItem(@Nullable Choice<T> choice, boolean empty) {
            super.updateItem(choice, empty);
            setText(empty || choice == null ? null : choice.text());
        }
    }
}
