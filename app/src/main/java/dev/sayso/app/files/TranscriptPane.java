package dev.sayso.app.files;

import atlantafx.base.theme.Styles;
import dev.sayso.app.ui.Controls;
import dev.sayso.app.ui.ErrorPanel;
import dev.sayso.app.ui.Messages;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The text of one file while it comes, what is wrong with it, and what was odd.
final class TranscriptPane extends BorderPane {

    private final FileWords words;
    private final Label title = new Label();
    private final Label notes = new Label();
    private final ErrorPanel error;
    private final Button edit;
    private final Button retry;
    private final TextLines lines = new TextLines();
    private final InvalidationListener changed = this::changed;
    private @Nullable FileRow row;

    TranscriptPane(FilesModel model, FileWords words, Consumer<? super FileResult> open) {
        this.words = words;
        this.error = new ErrorPanel(Messages.of(ErrorPanel.class, words.locale()));
        this.edit =
                Controls.button(
                        Feather.EDIT_2,
                        words.text("open"),
                        () -> {
                            if (row != null) {
                                open.accept(row.result());
                            }
                        });
        this.retry =
                Controls.button(
                        Feather.ROTATE_CW,
                        words.text("retry"),
                        () -> {
                            if (row != null) {
                                model.retry(row);
                            }
                        });
        title.getStyleClass().add(Styles.TEXT_BOLD);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox top = new HBox(title, retry, edit);
        top.setAlignment(Pos.CENTER_LEFT);
        top.getStyleClass().add("files-text-top");
        notes.setWrapText(true);
        notes.getStyleClass().addAll(Styles.WARNING, "files-notes");
        ListView<TextLines.Line> list = lines.view(words.text("text"));
        list.setPlaceholder(new Label(words.text("text.none")));
        setTop(new VBox(top, error, notes));
        setCenter(list);
        getStyleClass().add("files-text");
        show(null);
    }

    /// Shows another file, or none.
    void show(@Nullable FileRow wanted) {
        if (row != null) {
            for (Observable part : parts(row)) {
                part.removeListener(changed);
            }
        }
        row = wanted;
        lines.show(wanted);
        if (wanted != null) {
            for (Observable part : parts(wanted)) {
                part.addListener(changed);
            }
        }
        update();
    }

    private static Observable[] parts(FileRow row) {
        return new Observable[] {row.state(), row.problem(), row.notes()};
    }

    private void changed(Observable part) {
        update();
    }

    private void update() {
        FileRow shown = row;
        setVisible(shown != null);
        if (shown == null) {
            return;
        }
        FileState state = shown.state().get();
        FileProblem problem = shown.problem().get();
        title.setText(shown.name());
        error.show(problem == null ? null : words.problem(problem));
        notes.setText(String.join("\n", shown.notes()));
        notes.setVisible(!shown.notes().isEmpty());
        notes.setManaged(notes.isVisible());
        show(edit, state == FileState.DONE);
        show(retry, state == FileState.FAILED || state == FileState.CANCELLED);
    }

    private static void show(Button button, boolean wanted) {
        button.setVisible(wanted);
        button.setManaged(wanted);
    }
}
