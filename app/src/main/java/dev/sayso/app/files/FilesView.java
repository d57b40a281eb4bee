package dev.sayso.app.files;

import atlantafx.base.theme.Styles;
import dev.sayso.app.ui.Controls;
import dev.sayso.app.ui.FileDialogs;
import dev.sayso.app.ui.Messages;
import dev.sayso.app.ui.Toasts;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The place for files: buttons, the queue, and below it the text of the selected file.
public final class FilesView extends BorderPane {

    private final FilesModel model;
    private final FileWords words;
    private final FileDialogs dialogs;
    private final Toasts toasts;
    private final FileTable table;
    private final Label summary = new Label();

    /// @param dialogs ask for files and folders
    /// @param toasts say what no row can
    /// @param models names of the installed models, asked whenever a menu opens; must not wait
    /// @param open opens a transcript in the editor
    public FilesView(
            FilesModel model,
            Messages words,
            FileDialogs dialogs,
            Toasts toasts,
            Supplier<List<String>> models,
            Consumer<? super FileResult> open) {
        this.model = model;
        this.words = new FileWords(words);
        this.dialogs = dialogs;
        this.toasts = toasts;
        this.table =
                new FileTable(
                        model,
                        this.words,
                        new FileMenu(model, this.words, models),
                        open,
                        summary.fontProperty());
        getStyleClass().add("files");
        getStylesheets()
                .add(
                        Objects.requireNonNull(FilesView.class.getResource("files.css"))
                                .toExternalForm());
        TranscriptPane text = new TranscriptPane(model, this.words, open);
        table.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> text.show(row));
        SplitPane parts = new SplitPane(table, text);
        parts.setOrientation(Orientation.VERTICAL);
        parts.setDividerPositions(0.55);
        setTop(bar());
        Node empty = empty();
        empty.visibleProperty().bind(parts.visibleProperty().not());
        setCenter(new StackPane(empty, parts));
        showRowsOnlyWhenThereAreAny(parts);
        FileDrops.install(this, model::add);
        model.notice().addListener((_, _, notice) -> say(notice));
    }

    /// Where the focus goes when this place is chosen.
    public void focus() {
        if (model.rows().isEmpty()) {
            lookup(".files-add").requestFocus();
        } else {
            table.requestFocus();
        }
    }

    private Node bar() {
        Button add = Controls.button(Feather.FILE_PLUS, words.text("add.files"), this::addFiles);
        add.getStyleClass().addAll(Styles.ACCENT, "files-add");
        Button folder =
                Controls.button(Feather.FOLDER_PLUS, words.text("add.folder"), this::addFolder);
        Button cancel = Controls.button(Feather.SLASH, words.text("cancel.all"), model::cancelAll);
        Button clear =
                Controls.button(
                        Feather.CHECK_SQUARE, words.text("clear.finished"), model::clearFinished);
        cancel.setTooltip(new Tooltip(words.text("cancel.all.hint")));
        clear.setTooltip(new Tooltip(words.text("clear.finished.hint")));
        cancel.getStyleClass().add(Styles.FLAT);
        clear.getStyleClass().add(Styles.FLAT);
        Runnable enable =
                () -> {
                    cancel.setDisable(
                            model.rows().stream().allMatch(row -> row.state().get().isOver()));
                    clear.setDisable(
                            model.rows().stream()
                                    .noneMatch(row -> row.state().get() == FileState.DONE));
                    summary.setText(sum());
                };
        new RowStates(model.rows(), enable);
        enable.run();
        summary.getStyleClass().add(Styles.TEXT_MUTED);
        FlowPane bar = new FlowPane(add, folder, cancel, clear, summary);
        bar.getStyleClass().add("files-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private String sum() {
        int all = model.rows().size();
        long done = model.rows().stream().filter(is(FileState.DONE)).count();
        long failed = model.rows().stream().filter(is(FileState.FAILED)).count();
        if (all == 0) {
            return "";
        }
        return failed == 0
                ? words.format("sum", done, all)
                : words.format("sum.failed", done, all, failed);
    }

    private static java.util.function.Predicate<FileRow> is(FileState state) {
        return row -> row.state().get() == state;
    }

    private Node empty() {
        FontIcon icon = new FontIcon(Feather.FILM);
        Label title = new Label(words.text("empty.title"));
        title.getStyleClass().add(Styles.TITLE_3);
        Label hint = new Label(words.text("empty.hint"));
        hint.getStyleClass().add(Styles.TEXT_MUTED);
        title.setWrapText(true);
        hint.setWrapText(true);
        VBox box = new VBox(icon, title, hint);
        box.getStyleClass().add("files-empty");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private void showRowsOnlyWhenThereAreAny(Node parts) {
        parts.setVisible(!model.rows().isEmpty());
        model.rows()
                .addListener(
                        (ListChangeListener<FileRow>)
                                _ -> {
                                    parts.setVisible(!model.rows().isEmpty());
                                    if (table.getSelectionModel().isEmpty()) {
                                        table.getSelectionModel().selectFirst();
                                    }
                                });
        if (!model.rows().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
    }

    private void addFiles() {
        List<Path> files = dialogs.open(words.text("add.files.title"));
        if (!files.isEmpty()) {
            model.add(files);
        }
    }

    private void addFolder() {
        Path folder = dialogs.folder(words.text("add.folder.title"));
        if (folder != null) {
            model.add(List.of(folder));
        }
    }

    private void say(FileNotice notice) {
        switch (notice) {
            case FileNotice.AlreadyThere(FileRow row, int count) -> {
                table.getSelectionModel().select(row);
                toasts.show(words.format("notice.twice", count, row.name()));
            }
            case FileNotice.NothingFound(List<Path> _) -> toasts.show(words.text("notice.nothing"));
            case FileNotice.QueueSetAside(Path file) ->
                    toasts.show(words.format("notice.aside", file));
        }
    }
}
