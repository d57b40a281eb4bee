package dev.sayso.app;

import dev.sayso.app.desktop.Insertion;
import dev.sayso.app.desktop.TextInserter;
import dev.sayso.app.dictation.DictationPorts.Delivery;
import dev.sayso.app.settings.SettingsModel;
import dev.sayso.app.ui.Background;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Stage;
import javafx.util.Duration;

/// Where the text of a dictation goes outside this window.
final class TextOutlets {

    /// A window manager needs a while to give the focus back to the window below ours.
    private static final Duration FOCUS = Duration.millis(400);

    private final TextInserter inserter;
    private final SettingsModel settings;
    private final Background background;
    private final Stage window;

    TextOutlets(
            TextInserter inserter, SettingsModel settings, Background background, Stage window) {
        this.inserter = inserter;
        this.settings = settings;
        this.background = background;
        this.window = window;
    }

    /// Puts a text onto the clipboard. On the FX thread.
    static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Inserts a text where the cursor is; our own window gets out of the way first.
    ///
    /// @param told on the FX thread
    void insert(String text, Consumer<Delivery> told) {
        if (!window.isShowing() || !window.isFocused()) {
            insertNow(text, told);
            return;
        }
        window.setIconified(true);
        PauseTransition wait = new PauseTransition(FOCUS);
        wait.setOnFinished(_ -> insertNow(text, told));
        wait.play();
    }

    private void insertNow(String text, Consumer<Delivery> told) {
        boolean restore = settings.get().dictation().restoreClipboard();
        var _ =
                background.run(
                        () -> inserter.insert(text, restore),
                        insertion -> told.accept(delivery(insertion)),
                        _ -> told.accept(Delivery.FAILED));
    }

    private static Delivery delivery(Insertion insertion) {
        return switch (insertion) {
            case Insertion.Inserted _ -> Delivery.INSERTED;
            case Insertion.CopiedOnly _ -> Delivery.COPIED_INSTEAD;
            case Insertion.Failed _ -> Delivery.FAILED;
        };
    }
}
