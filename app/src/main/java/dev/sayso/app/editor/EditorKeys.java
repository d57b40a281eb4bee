package dev.sayso.app.editor;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The keys that work everywhere in the editor.
final class EditorKeys {

    private final Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();
    private final Map<KeyCombination, Runnable> history = new LinkedHashMap<>();

    EditorKeys(EditorModel model, EditorCommands commands) {
        // not the Mac's command key, which has the space bar for itself
        keys.put(
                new KeyCodeCombination(KeyCode.SPACE, KeyCombination.CONTROL_DOWN), commands::play);
        keys.put(
                new KeyCodeCombination(
                        KeyCode.SPACE, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN),
                commands::back5);
        keys.put(shortcut(KeyCode.F), () -> commands.find(false));
        keys.put(shortcut(KeyCode.H), () -> commands.find(true));
        keys.put(shortcut(KeyCode.M), commands::merge);
        keys.put(shifted(KeyCode.DELETE), commands::delete);
        keys.put(shifted(KeyCode.BACK_SPACE), commands::delete);
        history.put(shortcut(KeyCode.Z), model::undo);
        history.put(shortcut(KeyCode.Y), model::redo);
        history.put(shifted(KeyCode.Z), model::redo);
    }

    private static KeyCombination shortcut(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }

    private static KeyCombination shifted(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }

    /// Takes them before anything in a view sees them.
    void listenTo(Node view) {
        view.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    // fields of one line take back what was typed into them by themselves
                    boolean used =
                            use(keys, event)
                                    || (!(event.getTarget() instanceof TextField)
                                            && use(history, event));
                    if (used) {
                        event.consume();
                    }
                });
    }

    private static boolean use(Map<KeyCombination, Runnable> keys, KeyEvent event) {
        for (Map.Entry<KeyCombination, Runnable> entry : keys.entrySet()) {
            if (entry.getKey().match(event)) {
                entry.getValue().run();
                return true;
            }
        }
        return false;
    }
}
