package dev.sayso.app;

import dev.sayso.app.desktop.DesktopSystem;
import dev.sayso.app.desktop.Diagnostics;
import java.util.function.Supplier;

/// What the program says of itself to those who help.
///
/// @param system the desktop
/// @param diagnostics makes sentences of it
/// @param state as it is now; asked on any thread
record SelfReport(
        DesktopSystem system, Diagnostics diagnostics, Supplier<Diagnostics.State> state) {

    /// For people to read and to pass on.
    String text() {
        return diagnostics.report(state.get());
    }
}
