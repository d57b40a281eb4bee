package dev.sayso.app.files;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// A cell that shows nodes bound to its row, made anew only when it shows another one.
final class FileCell extends TableCell<FileRow, FileRow> {

    private final Function<FileRow, Node> view;
    private @Nullable FileRow shown;

    FileCell(Function<FileRow, Node> view) {
        this.view = view;
    }

    @Override
    protected void updateItem(@Nullable FileRow row, boolean empty) {
        super.updateItem(row, empty);
        FileRow wanted = empty ? null : row;
        if (wanted != shown) {
            shown = wanted;
            setGraphic(wanted == null ? null : view.apply(wanted));
        }
    }
}
