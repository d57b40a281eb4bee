package dev.sayso.app.editor;

import atlantafx.base.theme.Styles;
import dev.sayso.app.transcript.Cue;
import dev.sayso.app.ui.Controls;
import dev.sayso.app.ui.FxThread;
import dev.sayso.app.ui.Messages;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The cues, of which only those that are seen have nodes. Follows what is heard until the user
/// goes elsewhere.
final class CueListPane extends StackPane {

    private final EditorModel model;
    private final ListView<Cue> list;
    private final CaretKeeper keeper;
    private final Set<CueCell> cells = Collections.newSetFromMap(new WeakHashMap<>());
    private final Button back;
    private boolean following = true;

    /// @param tell a short message about what could not be done
    CueListPane(EditorModel model, Messages words, Consumer<String> tell) {
        this.model = model;
        list = new ListView<>(model.cues());
        keeper = new CaretKeeper(list);
        list.getStyleClass().addAll("cue-list", Styles.DENSE);
        list.setAccessibleText(words.text("cues"));
        Label placeholder = new Label(words.text("cues.none"));
        placeholder.setWrapText(true);
        list.setPlaceholder(placeholder);
        list.setCellFactory(
                _ -> {
                    CueCell cell = new CueCell(model, words, tell, keeper);
                    cells.add(cell);
                    return cell;
                });
        back = Controls.button(Feather.CORNER_UP_LEFT, words.text("follow"), this::follow);
        back.getStyleClass().addAll(Styles.ACCENT, Styles.SMALL, "cue-follow");
        StackPane.setAlignment(back, Pos.BOTTOM_CENTER);
        getChildren().addAll(list, back);
        watchModel();
        watchUser();
    }

    private void watchModel() {
        model.selection().subscribe(_ -> refresh());
        model.find().matches().subscribe(_ -> refresh());
        model.playingCue()
                .subscribe(
                        playing -> {
                            refresh();
                            if (following && model.audio().isPlaying() && playing.intValue() >= 0) {
                                reveal(playing.intValue());
                            }
                        });
        model.audio()
                .playing()
                .subscribe(
                        (before, now) -> {
                            // who starts the sound wants to see it
                            if (!before.equals(now) && model.audio().isPlaying()) {
                                follow();
                            }
                            showBack();
                        });
        model.caret().subscribe((_, place) -> show(place));
        showBack();
    }

    private void watchUser() {
        list.addEventFilter(ScrollEvent.SCROLL, _ -> stopFollowing());
        list.addEventFilter(
                MouseEvent.MOUSE_PRESSED,
                event -> {
                    if (isIn(event.getTarget(), ScrollBar.class)) {
                        stopFollowing();
                    }
                });
        list.addEventFilter(KeyEvent.KEY_TYPED, _ -> stopFollowing());
        list.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (list.isFocused() && !event.getCode().isModifierKey()) {
                        pressedInList(event);
                    }
                });
    }

    private static boolean isIn(Object target, Class<?> type) {
        for (Node node = target instanceof Node one ? one : null;
                node != null;
                node = node.getParent()) {
            if (type.isInstance(node)) {
                return true;
            }
        }
        return false;
    }

    /// The caret's cue was scrolled away; it is brought back.
    private void pressedInList(KeyEvent event) {
        int cue = model.current().get();
        switch (event.getCode()) {
            case UP -> model.edit(cue - 1, 0);
            case DOWN -> model.edit(cue + 1, 0);
            case ENTER -> model.edit(cue, 0);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void follow() {
        following = true;
        if (model.playingCue().get() >= 0) {
            reveal(model.playingCue().get());
        }
        showBack();
    }

    private void stopFollowing() {
        following = false;
        showBack();
    }

    private void showBack() {
        back.setVisible(!following && model.audio().isPlaying());
    }

    private void refresh() {
        cells.forEach(CueCell::refresh);
    }

    private void show(CaretPlace place) {
        if (place.cue() < 0) {
            return;
        }
        keeper.want(place);
        reveal(place.cue());
        list.layout();
        refresh();
        // a cell that has just been made may not be in the window yet
        FxThread.inOrder(this::refresh);
    }

    /// Scrolls so that a cue is seen; not at all when it is.
    private void reveal(int cue) {
        if (!(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) {
            list.scrollTo(cue);
            return;
        }
        IndexedCell<?> first = flow.getFirstVisibleCell();
        IndexedCell<?> last = flow.getLastVisibleCell();
        boolean seen =
                first != null
                        && last != null
                        && cue >= first.getIndex()
                        && cue <= last.getIndex()
                        && isWhole(first, cue)
                        && isWhole(last, cue);
        if (!seen) {
            // one of those before it shows where it belongs
            list.scrollTo(Math.max(0, cue - 1));
        }
    }

    /// Whether all of a cell is seen, if it is the one of this cue.
    private boolean isWhole(IndexedCell<?> cell, int cue) {
        double top = cell.getLayoutY();
        boolean higher = cell.getHeight() > list.getHeight();
        return cell.getIndex() != cue
                || higher
                || (top >= 0 && top + cell.getHeight() <= list.getHeight());
    }

    /// Where the caret is in the current cue.
    int caret() {
        CueEditor editor = editor();
        return editor == null ? 0 : editor.caret();
    }

    private @Nullable CueEditor editor() {
        int current = model.current().get();
        for (CueCell cell : cells) {
            CueEditor editor = cell.editorOf(current);
            if (editor != null && cell.getParent() != null && editor.getWidth() > 0) {
                return editor;
            }
        }
        return null;
    }
}
