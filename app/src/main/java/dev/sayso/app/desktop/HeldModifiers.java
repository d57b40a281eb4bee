package dev.sayso.app.desktop;

import com.github.kwhat.jnativehook.NativeInputEvent;
import dev.sayso.app.desktop.Shortcut.Modifier;
import java.util.EnumSet;
import java.util.Set;

/// The modifiers that are down; left and right are the same, locks are none.
///
/// @param mask the hook's
record HeldModifiers(int mask) {

    private Set<Modifier> set() {
        Set<Modifier> held = EnumSet.noneOf(Modifier.class);
        if ((mask & NativeInputEvent.CTRL_MASK) != 0) {
            held.add(Modifier.CTRL);
        }
        if ((mask & NativeInputEvent.ALT_MASK) != 0) {
            held.add(Modifier.ALT);
        }
        if ((mask & NativeInputEvent.SHIFT_MASK) != 0) {
            held.add(Modifier.SHIFT);
        }
        if ((mask & NativeInputEvent.META_MASK) != 0) {
            held.add(Modifier.META);
        }
        return held;
    }

    boolean are(Set<Modifier> wanted) {
        return set().equals(wanted);
    }

    boolean include(Set<Modifier> wanted) {
        return set().containsAll(wanted);
    }

    boolean any() {
        return !set().isEmpty();
    }
}
