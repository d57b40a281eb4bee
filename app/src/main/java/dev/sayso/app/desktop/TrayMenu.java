package dev.sayso.app.desktop;

import dev.sayso.app.ui.Messages;
import java.awt.Dimension;
import java.awt.GraphicsConfiguration;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Insets;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.util.concurrent.Executor;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.SwingUtilities;

/// The tray's menu; used on Swing's thread.
final class TrayMenu {

    private final Messages words;
    private final JPopupMenu popup = new JPopupMenu();
    private final JMenuItem toggle;
    private final JMenuItem copyLast;

    TrayMenu(Messages words, TrayActions actions, Executor executor) {
        this.words = words;
        toggle = item("tray.start", actions.toggle(), executor);
        copyLast = item("tray.copy", actions.copyLast(), executor);
        popup.add(toggle);
        popup.add(copyLast);
        popup.addSeparator();
        popup.add(item("tray.open", actions.open(), executor));
        popup.addSeparator();
        popup.add(item("tray.quit", actions.quit(), executor));
        copyLast.setEnabled(false);
    }

    private JMenuItem item(String key, Runnable action, Executor executor) {
        JMenuItem item = new JMenuItem(words.text(key));
        item.setName(key);
        item.addActionListener(_ -> executor.execute(action));
        return item;
    }

    void show(TrayState state, boolean hasLastText) {
        toggle.setText(
                words.text(
                        switch (state) {
                            case IDLE, TRANSCRIBING -> "tray.start";
                            case RECORDING -> "tray.stop";
                        }));
        toggle.setEnabled(state != TrayState.TRANSCRIBING);
        copyLast.setEnabled(hasLastText);
    }

    void dress() {
        SwingUtilities.updateComponentTreeUI(popup);
    }

    /// Opens at the pointer, or closes; a menu that is its own invoker needs no window of ours.
    void openAt(Point pointer) {
        if (popup.isVisible()) {
            popup.setVisible(false);
            return;
        }
        Dimension size = popup.getPreferredSize();
        Rectangle room = roomAround(pointer);
        int x = Math.clamp(pointer.x, room.x, Math.max(room.x, room.x + room.width - size.width));
        boolean below = pointer.y + size.height <= room.y + room.height;
        int y = below ? pointer.y : Math.max(room.y, pointer.y - size.height);
        popup.setInvoker(popup);
        popup.setLocation(x, y);
        popup.setVisible(true);
    }

    private static Rectangle roomAround(Point pointer) {
        for (GraphicsDevice device :
                GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices()) {
            GraphicsConfiguration screen = device.getDefaultConfiguration();
            Rectangle bounds = screen.getBounds();
            if (bounds.contains(pointer)) {
                Insets panels = Toolkit.getDefaultToolkit().getScreenInsets(screen);
                return new Rectangle(
                        bounds.x + panels.left,
                        bounds.y + panels.top,
                        bounds.width - panels.left - panels.right,
                        bounds.height - panels.top - panels.bottom);
            }
        }
        return new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
    }

    void close() {
        popup.setVisible(false);
    }
}
