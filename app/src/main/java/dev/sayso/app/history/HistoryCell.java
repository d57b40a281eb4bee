package dev.sayso.app.history;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One row of the list: what was said, and below it when, for how long, by what.
final class HistoryCell extends ListCell<@Nullable HistoryRow> {

    private final HistoryWords words;
    private final HistoryModel model;
    private final FontIcon icon = new FontIcon(Feather.MIC);
    private final Label title = new Label();
    private final Label preview = new Label();
    private final Label about = new Label();
    private final Label state = new Label();
    private final HBox content;

    HistoryCell(HistoryWords words, HistoryModel model) {
        this.words = words;
        this.model = model;
        getStyleClass().add("history-cell");
        title.getStyleClass().add(Styles.TEXT_BOLD);
        title.setMinWidth(Region.USE_PREF_SIZE);
        state.setMinWidth(Region.USE_PREF_SIZE);
        HBox first = new HBox(title, preview);
        first.getStyleClass().add("first");
        HBox meta = new HBox(state, about);
        meta.getStyleClass().add("meta");
        VBox lines = new VBox(first, meta);
        lines.getStyleClass().add("lines");
        HBox.setHgrow(lines, Priority.ALWAYS);
        content = new HBox(icon, lines);
        content.getStyleClass().add("content");
        // as wide as the list, whatever the text
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable HistoryRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        boolean file = row.kind() == EntryKind.FILE;
        icon.setIconCode(file ? Feather.FILE_TEXT : Feather.MIC);
        title.setText(file ? row.title() : "");
        show(title, file);
        preview.setText(row.preview().isEmpty() ? words.text("row.noText") : row.preview());
        about.setText(words.moment(row.created()) + " · " + words.about(row));
        state.setText(words.state(row.state()));
        show(state, row.state() != EntryState.COMPLETE);
        state.getStyleClass().removeAll("state-open", "state-broken-off");
        state.getStyleClass()
                .add(row.state() == EntryState.OPEN ? "state-open" : "state-broken-off");
        setAccessibleText(words.spoken(row));
        setGraphic(content);
        model.needs(getIndex());
    }

    private static void show(Label label, boolean shown) {
        label.setVisible(shown);
        label.setManaged(shown);
    }
}
