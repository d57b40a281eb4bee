package dev.sayso.app.desktop;

import java.util.Locale;
import java.util.Set;

/// The window that gets the keys.
///
/// @param program what it calls itself, as `mousepad`; empty when it does not say
/// @param pid of its process; 0 when it does not say
record FocusedWindow(String program, long pid) {

    private static final Set<String> TERMINALS =
            Set.of(
                    "alacritty",
                    "aterm",
                    "com.mitchellh.ghostty",
                    "cool-retro-term",
                    "deepin-terminal",
                    "eterm",
                    "ghostty",
                    "gnome-terminal",
                    "gnome-terminal-server",
                    "guake",
                    "kgx",
                    "kitty",
                    "konsole",
                    "lxterminal",
                    "mate-terminal",
                    "mlterm",
                    "org.gnome.console",
                    "org.gnome.ptyxis",
                    "org.wezfurlong.wezterm",
                    "ptyxis",
                    "qterminal",
                    "rxvt",
                    "sakura",
                    "st",
                    "st-256color",
                    "terminator",
                    "terminology",
                    "termit",
                    "tilda",
                    "tilix",
                    "urxvt",
                    "uxterm",
                    "wezterm",
                    "xfce4-terminal",
                    "xterm",
                    "yakuake");

    /// Whether Ctrl+V means something else there, and the selection is what is pasted.
    boolean isTerminal() {
        return TERMINALS.contains(program.toLowerCase(Locale.ROOT));
    }

    /// Where the keys go.
    sealed interface Focus {

        /// Into this window.
        record In(FocusedWindow window) implements Focus {}

        /// Nowhere.
        record Nowhere() implements Focus {}

        /// The system does not tell.
        record Unknown() implements Focus {}
    }

    /// Looks where the keys go.
    interface Finder {

        /// @return where they go right now
        Focus find();
    }
}
