package dev.sayso.app.editor;

import javafx.scene.Node;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;

/// Keeps the caret while cells come and go: a list takes its cells for other cues at any time, also
/// the one that is typed into.
final class CaretKeeper {

    private final ListView<?> list;
    private @Nullable CaretPlace wanted;

    CaretKeeper(ListView<?> list) {
        this.list = list;
    }

    /// The caret shall be there as soon as the cue is shown.
    void want(CaretPlace place) {
        wanted = place;
    }

    /// An editor is taken out of its cell.
    void leaves(CueEditor editor) {
        CaretPlace place = editor.place();
        if (editor.hasKeyboard()) {
            if (wanted == null) {
                wanted = place;
            }
            // else the keyboard would go to whatever comes next in the window
            list.requestFocus();
        }
    }

    /// An editor shows a cue, which may be where the caret belongs.
    void shown(int cue, CueEditor editor) {
        if (wanted == null || wanted.cue() != cue || !isSeen(editor)) {
            return;
        }
        CaretPlace place = wanted;
        wanted = null;
        // someone may be typing elsewhere by now
        if (place.request() > 0 || list.isFocused()) {
            editor.put(place);
        }
    }

    /// The list measures with a cell that is never seen.
    private static boolean isSeen(CueEditor editor) {
        if (editor.getScene() == null) {
            return false;
        }
        for (Node node = editor; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
