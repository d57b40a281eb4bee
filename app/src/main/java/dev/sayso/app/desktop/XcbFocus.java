package dev.sayso.app.desktop;

import dev.sayso.app.desktop.FocusedWindow.Focus;
import java.util.Optional;

/// Asks the X server which window has the focus.
final class XcbFocus implements FocusedWindow.Finder {

    /// The focus often lies in a window within a program's window; nobody nests this deep.
    private static final int DEEPEST = 32;

    @Override
    public Focus find() {
        Optional<Xcb> opened = Xcb.open();
        if (opened.isEmpty()) {
            return new Focus.Unknown();
        }
        try (Xcb server = opened.get()) {
            return find(server);
        }
    }

    private static Focus find(Xcb server) {
        int focus = server.focus();
        // 0 is nowhere, 1 is wherever the pointer is
        if (focus == 0 || focus == 1) {
            return new Focus.Nowhere();
        }
        int root = server.root(focus);
        // a window manager's own window has the focus while no other can have it
        boolean managers = server.number(focus, "_NET_SUPPORTING_WM_CHECK").orElse(0) == focus;
        if (focus == root || managers || server.number(root, "_NET_ACTIVE_WINDOW").orElse(1) == 0) {
            return new Focus.Nowhere();
        }
        int window = focus;
        for (int i = 0; i < DEEPEST && window != 0 && window != root; i++) {
            Optional<String> program = server.windowClass(window);
            if (program.isPresent()) {
                long pid = server.number(window, "_NET_WM_PID").orElse(0);
                return new Focus.In(new FocusedWindow(program.get(), pid));
            }
            window = server.parent(window);
        }
        return new Focus.In(new FocusedWindow("", 0));
    }
}
