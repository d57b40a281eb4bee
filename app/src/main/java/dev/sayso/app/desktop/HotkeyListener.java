package dev.sayso.app.desktop;

/// Hears of the global hotkey, whichever program has the focus.
public interface HotkeyListener {

    /// All its keys are down.
    void pressed();

    /// The first of them was let go of; always after [#pressed].
    void released();

    /// Escape was pressed alone, while this was asked for.
    void cancelled();
}
