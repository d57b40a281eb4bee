package dev.sayso.app.editor;

import dev.sayso.app.transcript.Cue;
import dev.sayso.app.ui.Messages;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// A place in the list, which shows a cue as it is read, or as it is edited when the caret is in
/// it.
final class CueCell extends ListCell<Cue> {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass HEARD = PseudoClass.getPseudoClass("heard");

    /// Narrower, a cue cannot be read; lists are so while they have not been laid out.
    private static final double LEAST_WIDTH = 200;

    private final EditorModel model;
    private final Messages words;
    private final Consumer<String> tell;
    private final CaretKeeper keeper;
    private @Nullable CueRow row;
    private @Nullable CueEditor editor;

    CueCell(EditorModel model, Messages words, Consumer<String> tell, CaretKeeper keeper) {
        this.model = model;
        this.words = words;
        this.tell = tell;
        this.keeper = keeper;
        getStyleClass().add("cue-cell");
        // as wide as the list, never wider
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Cue cue, boolean empty) {
        super.updateItem(cue, empty);
        refresh();
    }

    @Override
    public void updateIndex(int index) {
        super.updateIndex(index);
        // the same cue may stand at another place now
        refresh();
    }

    /// Shows what has changed around the cue.
    void refresh() {
        int index = getIndex();
        Cue cue = getItem();
        boolean none = isEmpty() || cue == null || index < 0 || index >= model.cues().size();
        pseudoClassStateChanged(CHOSEN, !none && model.selection().get().contains(index));
        pseudoClassStateChanged(HEARD, !none && model.playingCue().get() == index);
        if (none || cue == null) {
            put(null);
        } else if (model.current().get() == index) {
            CueEditor shown = editor();
            shown.show(index, cue);
            put(shown);
            keeper.shown(index, shown);
        } else {
            CueRow shown = row();
            shown.show(index, cue, model.find().in(index));
            put(shown);
        }
    }

    private void put(@Nullable Node node) {
        if (Objects.equals(getGraphic(), node)) {
            return;
        }
        if (editor != null && editor.equals(getGraphic())) {
            keeper.leaves(editor);
        }
        setGraphic(node);
    }

    private CueRow row() {
        if (row == null) {
            row = new CueRow(model, words);
        }
        return row;
    }

    private CueEditor editor() {
        if (editor == null) {
            editor = new CueEditor(model, words, tell);
        }
        return editor;
    }

    /// The editor, when it is shown for a cue.
    @Nullable CueEditor editorOf(int index) {
        boolean shown = editor != null && editor.equals(getGraphic()) && getIndex() == index;
        return shown ? editor : null;
    }

    // a list cell would give its graphic the height of a single line

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets around = getInsets();
        double ends = around.getTop() + around.getBottom();
        if (getGraphic() == null) {
            return super.computePrefHeight(width);
        }
        // asked without a width, text would be one character wide
        double known = width > 0 ? width : getListView().getWidth();
        double inside = Math.max(LEAST_WIDTH, known - around.getLeft() - around.getRight());
        return snapSizeY(getGraphic().prefHeight(inside) + ends);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (getGraphic() != null) {
            Insets around = getInsets();
            getGraphic()
                    .resizeRelocate(
                            around.getLeft(),
                            around.getTop(),
                            getWidth() - around.getLeft() - around.getRight(),
                            getHeight() - around.getTop() - around.getBottom());
        }
    }
}
