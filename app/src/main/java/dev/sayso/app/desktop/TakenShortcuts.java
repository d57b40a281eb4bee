package dev.sayso.app.desktop;

import dev.sayso.app.desktop.DesktopSystem.Os;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Shortcuts that the system, or nearly every program, has a use for already.
///
/// Sayso looks on while keys are pressed and takes none away, so both would happen. A program's own
/// shortcuts cannot be known.
public final class TakenShortcuts {

    private static final Set<Shortcut> EVERYWHERE =
            shortcuts(
                    "Ctrl+A",
                    "Ctrl+C",
                    "Ctrl+F",
                    "Ctrl+N",
                    "Ctrl+O",
                    "Ctrl+P",
                    "Ctrl+Q",
                    "Ctrl+S",
                    "Ctrl+T",
                    "Ctrl+V",
                    "Ctrl+W",
                    "Ctrl+X",
                    "Ctrl+Y",
                    "Ctrl+Z",
                    "Ctrl+Tab",
                    "Ctrl+Home",
                    "Ctrl+End",
                    "Ctrl+Left",
                    "Ctrl+Right",
                    "Ctrl+Insert",
                    "F1",
                    "F5");

    private static final Map<Os, Set<Shortcut>> SYSTEM =
            Map.of(
                    Os.LINUX,
                    shortcuts(
                            "Alt+Tab",
                            "Alt+F4",
                            "Alt+F2",
                            "Alt+Space",
                            "Ctrl+Alt+Delete",
                            "Ctrl+Alt+T",
                            "Ctrl+Alt+L",
                            "Ctrl+Alt+Up",
                            "Ctrl+Alt+Down",
                            "Ctrl+Alt+Left",
                            "Ctrl+Alt+Right",
                            "Meta+L",
                            "Meta+Tab",
                            "Meta+Space",
                            "Meta+D",
                            "Meta+A",
                            "PrintScreen"),
                    Os.WINDOWS,
                    shortcuts(
                            "Alt+Tab",
                            "Alt+F4",
                            "Alt+Space",
                            "Alt+Escape",
                            "Ctrl+Alt+Delete",
                            "Ctrl+Shift+Escape",
                            "Ctrl+Escape",
                            "Meta+D",
                            "Meta+E",
                            "Meta+H",
                            "Meta+L",
                            "Meta+R",
                            "Meta+S",
                            "Meta+V",
                            "Meta+X",
                            "Meta+Tab",
                            "Meta+Space",
                            "PrintScreen"),
                    Os.MAC,
                    shortcuts(
                            "Meta+Space",
                            "Meta+Tab",
                            "Meta+Q",
                            "Meta+W",
                            "Meta+C",
                            "Meta+V",
                            "Meta+X",
                            "Meta+Z",
                            "Meta+A",
                            "Meta+H",
                            "Meta+M",
                            "Ctrl+Space",
                            "Ctrl+Meta+Q",
                            "Alt+Meta+Escape",
                            "Ctrl+Up",
                            "Ctrl+Down",
                            "Ctrl+Left",
                            "Ctrl+Right"));

    private TakenShortcuts() {}

    private static Set<Shortcut> shortcuts(String... texts) {
        return Stream.of(texts).map(Shortcut::parse).collect(Collectors.toUnmodifiableSet());
    }

    /// Whether something else is known to happen as well.
    public static boolean contains(Shortcut shortcut, Os os) {
        return EVERYWHERE.contains(shortcut)
                || SYSTEM.getOrDefault(os, Set.of()).contains(shortcut);
    }
}
