package dev.sayso.app.files;

import atlantafx.base.theme.Styles;
import dev.sayso.app.ui.Controls;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import org.kordamp.ikonli.feather.Feather;

/// The queue as a table. Enter or a double click opens a transcript, Delete removes a row, and the
/// menu key or a right click shows everything that can be done with it.
final class FileTable extends TableView<FileRow> {

    private final FilesModel model;
    private final FileWords words;
    private final FileMenu menu;
    private final Consumer<? super FileResult> open;
    private final ObservableValue<Double> em;

    /// @param font what the text is written in: columns are as wide as their text wants
    FileTable(
            FilesModel model,
            FileWords words,
            FileMenu menu,
            Consumer<? super FileResult> open,
            ObservableValue<Font> font) {
        super(model.rows());
        this.model = model;
        this.words = words;
        this.menu = menu;
        this.open = open;
        this.em = font.map(Font::getSize);
        getStyleClass().addAll("files-table", Styles.STRIPED);
        setAccessibleText(words.text("table"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns().add(column("column.name", this::name, 19, 6));
        getColumns().add(column("column.length", this::length, 6, 4));
        getColumns().add(column("column.progress", this::progress, 15, 4));
        getColumns().add(column("column.state", this::state, 14, 6));
        getColumns().add(column("column.actions", this::actions, 9.5, 9));
        em.subscribe(_ -> fit());
        setRowFactory(_ -> row());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private TableColumn<FileRow, FileRow> column(
            String key, Function<FileRow, Node> view, double width, double least) {
        TableColumn<FileRow, FileRow> column = new TableColumn<>(words.text(key));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new FileCell(view));
        em.subscribe(
                size -> {
                    column.setMinWidth(least * size);
                    column.setPrefWidth(width * size);
                });
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    /// Columns that were told new widths do not share the table's by themselves.
    private void fit() {
        if (getWidth() > 0) {
            getColumnResizePolicy().call(new ResizeFeatures<>(this, null, 0.0));
        }
    }

    private TableRow<FileRow> row() {
        TableRow<FileRow> row = new TableRow<>();
        row.setOnMouseClicked(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY
                            && event.getClickCount() == 2
                            && !row.isEmpty()) {
                        open(row.getItem());
                    }
                });
        row.setOnContextMenuRequested(
                event -> {
                    if (!row.isEmpty()) {
                        menu.of(row.getItem()).show(row, event.getScreenX(), event.getScreenY());
                        event.consume();
                    }
                });
        return row;
    }

    private void key(KeyEvent event) {
        FileRow row = getSelectionModel().getSelectedItem();
        if (row == null) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            open(row);
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE) {
            model.remove(row);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !row.state().get().isOver()) {
            model.cancel(row);
            event.consume();
        }
    }

    private void open(FileRow row) {
        if (row.state().get() == FileState.DONE) {
            open.accept(row.result());
        }
    }

    private Node name(FileRow row) {
        Label name = new Label(row.name());
        name.setTooltip(new Tooltip(row.file().toString()));
        return name;
    }

    private Node length(FileRow row) {
        Label length = new Label();
        length.textProperty().bind(text(() -> FileWords.clock(row.length().get()), row.length()));
        return length;
    }

    private Node progress(FileRow row) {
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add(Styles.SMALL);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(words.text("column.progress"));
        bar.progressProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () -> shown(row), row.position(), row.length(), row.state()));
        bar.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> shown(row) != 0, row.position(), row.state()));
        Label pace = new Label();
        pace.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        pace.textProperty()
                .bind(
                        text(
                                () -> words.pace(row),
                                row.timesRealTime(),
                                row.position(),
                                row.state()));
        pace.managedProperty().bind(pace.textProperty().isNotEmpty());
        VBox box = new VBox(bar, pace);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("files-progress");
        return box;
    }

    /// A bar that runs to and fro says that nobody knows; only while there is work.
    private static double shown(FileRow row) {
        double progress = row.progress();
        return progress < 0 && !row.state().get().isWorking() ? 0 : progress;
    }

    private Node state(FileRow row) {
        Label state = new Label();
        state.textProperty().bind(text(() -> words.state(row), row.state(), row.problem()));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(state.textProperty());
        state.setTooltip(tip);
        Runnable colour =
                () -> {
                    state.getStyleClass()
                            .removeAll(Styles.DANGER, Styles.SUCCESS, Styles.TEXT_MUTED);
                    switch (row.state().get()) {
                        case FAILED -> state.getStyleClass().add(Styles.DANGER);
                        case DONE -> state.getStyleClass().add(Styles.SUCCESS);
                        case WAITING, CANCELLED -> state.getStyleClass().add(Styles.TEXT_MUTED);
                        case READING, PREPARING, TRANSCRIBING, YIELDING -> {}
                    }
                };
        state.textProperty().subscribe(colour);
        colour.run();
        return state;
    }

    private Node actions(FileRow row) {
        HBox box = new HBox();
        box.setAlignment(Pos.CENTER_RIGHT);
        BiConsumer<Node, Supplier<Boolean>> shownWhen =
                (node, when) -> {
                    node.visibleProperty()
                            .bind(Bindings.createBooleanBinding(when::get, row.state()));
                    node.managedProperty().bind(node.visibleProperty());
                };
        Node cancel =
                Controls.iconButton(
                        Feather.X_CIRCLE, words.text("cancel"), () -> model.cancel(row));
        Node retry =
                Controls.iconButton(Feather.ROTATE_CW, words.text("retry"), () -> model.retry(row));
        Node edit = Controls.iconButton(Feather.EDIT_2, words.text("open"), () -> open(row));
        Node remove =
                Controls.iconButton(Feather.TRASH_2, words.text("remove"), () -> model.remove(row));
        shownWhen.accept(cancel, () -> !row.state().get().isOver());
        shownWhen.accept(
                retry,
                () ->
                        row.state().get() == FileState.FAILED
                                || row.state().get() == FileState.CANCELLED);
        shownWhen.accept(edit, () -> row.state().get() == FileState.DONE);
        shownWhen.accept(remove, () -> row.state().get().isOver());
        box.getChildren().addAll(edit, cancel, retry, remove, menu.button(row));
        return box;
    }

    private static StringBinding text(Supplier<String> text, Observable... of) {
        return Bindings.createStringBinding(text::get, of);
    }
}
