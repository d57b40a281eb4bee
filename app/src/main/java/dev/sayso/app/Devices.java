package dev.sayso.app;

import dev.sayso.app.microphone.Inputs;
import dev.sayso.app.microphone.SoundCard;
import dev.sayso.app.overlay.OverlayWindow;
import dev.sayso.app.ui.FileDialogs;
import dev.sayso.app.ui.WindowFileDialogs;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.stage.Window;

/// What a person has before them; tests speak and answer by themselves.
///
/// @param microphones where sound comes from
/// @param dialogs ask for files, over a window
/// @param overlayOwner owns the small window over all others; made before the main one is shown
record Devices(
        Inputs microphones,
        Function<Window, FileDialogs> dialogs,
        Supplier<? extends Window> overlayOwner) {

    /// The system's.
    static Devices ofSystem() {
        return new Devices(new SoundCard(), WindowFileDialogs::new, OverlayWindow::unseenOwner);
    }
}
