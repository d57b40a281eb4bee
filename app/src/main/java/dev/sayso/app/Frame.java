package dev.sayso.app;

import dev.sayso.app.ui.Background;
import dev.sayso.app.ui.Toasts;
import java.util.Locale;

/// What every place of the window is built with.
///
/// @param window its frame
/// @param toasts short messages
/// @param background work off the FX thread
/// @param language of the words
record Frame(MainWindow window, Toasts toasts, Background background, Locale language) {}
