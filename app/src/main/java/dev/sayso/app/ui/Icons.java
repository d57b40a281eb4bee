package dev.sayso.app.ui;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// The pictures of the app and of its tray icon, as PNG files. `icons/Render.java` makes them.
public final class Icons {

    private Icons() {}

    /// The app, from 16 to 256 pixels.
    public static List<URL> window() {
        return all("sayso-", 16, 24, 32, 48, 64, 128, 256);
    }

    /// A state of the tray icon, from 16 to 64 pixels.
    ///
    /// @param state `idle`, `recording` or `transcribing`
    /// @param onDark whether it is to be seen on a dark panel
    public static List<URL> tray(String state, boolean onDark) {
        return all("tray-" + state + (onDark ? "-dark-" : "-light-"), 16, 20, 22, 24, 32, 48, 64);
    }

    private static List<URL> all(String name, int... sizes) {
        return IntStream.of(sizes).mapToObj(size -> one(name + size + ".png")).toList();
    }

    private static URL one(String file) {
        return Objects.requireNonNull(Icons.class.getResource("icons/" + file), file);
    }
}
