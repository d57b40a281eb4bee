package dev.sayso.app.desktop;

import java.net.URL;
import java.util.List;

/// Where the tray's pictures are.
@FunctionalInterface
public interface TrayIcons {

    /// PNGs of one state in several sizes, 16 to 64 pixels; empty: the tray draws something itself.
    ///
    /// @param onDark whether they are to be seen on a dark panel
    List<URL> of(TrayState state, boolean onDark);

    /// None at all.
    static TrayIcons drawn() {
        return (_, _) -> List.of();
    }
}
