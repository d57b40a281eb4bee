package dev.sayso.app.files;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Lets files and folders be dropped on a part of the window, or on all of it. While they hang over
/// it, it has the pseudo-class `drop`.
public final class FileDrops {

    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

    private FileDrops() {}

    /// @param target takes drops that nothing in it takes
    /// @param drop told what was dropped
    public static void install(Node target, Consumer<? super List<Path>> drop) {
        target.addEventHandler(
                DragEvent.DRAG_OVER,
                event -> {
                    if (event.getDragboard().hasFiles()) {
                        event.acceptTransferModes(TransferMode.COPY);
                        target.pseudoClassStateChanged(DROP, true);
                        event.consume();
                    }
                });
        target.addEventHandler(
                DragEvent.DRAG_EXITED_TARGET, _ -> target.pseudoClassStateChanged(DROP, false));
        target.addEventHandler(
                DragEvent.DRAG_EXITED, _ -> target.pseudoClassStateChanged(DROP, false));
        target.addEventHandler(
                DragEvent.DRAG_DROPPED,
                event -> {
                    target.pseudoClassStateChanged(DROP, false);
                    if (event.getDragboard().hasFiles()) {
                        drop.accept(
                                event.getDragboard().getFiles().stream()
                                        .map(File::toPath)
                                        .toList());
                        event.setDropCompleted(true);
                        event.consume();
                    }
                });
    }
}
