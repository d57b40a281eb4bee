package dev.sayso.app.desktop;

import org.jspecify.annotations.Nullable;

/// Where no program may look at other programs' keys.
final class NoHotkey implements GlobalHotkey {

    private final HotkeyState state;

    NoHotkey(HotkeyState.Reason reason, String details) {
        state = new HotkeyState.Unavailable(reason, details);
    }

    @Override
    public void use(@Nullable Shortcut shortcut) {
        // nothing would come of it, as the state says
    }

    @Override
    public void hearEscape(boolean wanted) {
        // as above
    }

    @Override
    public HotkeyState state() {
        return state;
    }

    @Override
    public boolean modifiersHeld() {
        return false;
    }

    @Override
    public void close() {
        // there is nothing to end
    }
}
