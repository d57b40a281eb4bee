package dev.sayso.app.ui;

import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;

/// The thread that owns the window; nothing that waits runs on it.
public final class FxThread {

    private FxThread() {}

    /// Starts the toolkit, and runs something on its thread. The toolkit stays when the last window
    /// is closed.
    ///
    /// @throws UnsupportedOperationException or [IllegalStateException] when there is no display
    public static void start(Runnable first) {
        Platform.startup(first);
        Platform.setImplicitExit(false);
    }

    /// Ends the toolkit.
    public static void exit() {
        Platform.exit();
    }

    /// Whether this is it.
    public static boolean isCurrent() {
        return Platform.isFxApplicationThread();
    }

    /// Runs something on the FX thread, after what was handed in before.
    public static void inOrder(Runnable work) {
        Platform.runLater(work);
    }

    /// Whether the system is light or dark.
    public static ReadOnlyObjectProperty<ColorScheme> systemColours() {
        return Platform.getPreferences().colorSchemeProperty();
    }
}
