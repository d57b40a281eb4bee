package dev.sayso.app.editor;

import dev.sayso.app.ui.Controls;
import dev.sayso.app.ui.ErrorPanel;
import dev.sayso.app.ui.Messages;
import dev.sayso.app.ui.Problem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What is shown when the edited transcript could not be kept: nothing is lost while it is open.
final class SavePanel extends VBox {

    private final Messages words;
    private final ErrorPanel problem;
    private final FlowPane ways;

    /// @param leave closes the editor all the same
    SavePanel(EditorModel model, Messages words, Runnable leave) {
        this.words = words;
        problem = new ErrorPanel(Messages.of(ErrorPanel.class, words.locale()));
        ways =
                new FlowPane(
                        Controls.button(
                                Feather.REFRESH_CW,
                                words.text("save.again"),
                                () -> model.save(() -> {})),
                        Controls.button(Feather.LOG_OUT, words.text("save.leave"), leave));
        ways.getStyleClass().add("editor-bar");
        getStyleClass().add("save-panel");
        getChildren().addAll(problem, ways);
        model.saveState().subscribe(this::show);
    }

    private void show(SaveState state) {
        boolean failed = state instanceof SaveState.Failed;
        setVisible(failed);
        setManaged(failed);
        if (state instanceof SaveState.Failed(String reason)) {
            problem.show(
                    new Problem(
                            words.text("save.failed"), words.text("save.failed.advice"), reason));
        }
    }
}
