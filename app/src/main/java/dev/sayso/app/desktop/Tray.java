package dev.sayso.app.desktop;

import dev.sayso.app.ui.Messages;
import java.awt.AWTError;
import java.awt.AWTException;
import java.awt.GraphicsEnvironment;
import java.awt.Image;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.lang.reflect.InvocationTargetException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/// The icon in the system's tray, where there is one. Calls may come from any thread.
///
/// A desktop without a tray (GNOME as it comes, a bare window manager) gives none; then closing the
/// window must not hide it, or it could never be found again.
public final class Tray implements AutoCloseable {

    private final TrayIcons icons;
    private final TrayIcon icon;
    private final TrayMenu menu;
    private final Messages words;
    private final Map<TrayState, Image> images = new EnumMap<>(TrayState.class);
    private boolean dark;
    private TrayState state = TrayState.IDLE;
    private boolean hasLastText;
    private boolean closed;

    private Tray(
            TrayIcons icons,
            boolean dark,
            Locale language,
            TrayActions actions,
            Executor executor) {
        this.icons = icons;
        this.dark = dark;
        this.words = Messages.of(Tray.class, language);
        Laf.use(dark);
        this.menu = new TrayMenu(words, actions, executor);
        this.icon = new TrayIcon(image(), tooltip());
        icon.setImageAutoSize(true);
        icon.addMouseListener(
                new MouseAdapter() {
                    // when pressed, the release that follows would close the menu again
                    @Override
                    public void mouseReleased(MouseEvent e) {
                        menu.openAt(e.getLocationOnScreen());
                    }
                });
    }

    /// Puts the icon into the tray. Starts AWT, so it is no work for the FX thread; under macOS,
    /// only after JavaFX has started.
    ///
    /// @param dark whether the system's colours are
    /// @param executor of the actions: the FX thread, in order
    /// @return empty when there is no tray
    public static Optional<Tray> install(
            TrayIcons icons, boolean dark, Locale language, TrayActions actions, Executor executor)
            throws InterruptedException {
        if (!isSupported()) {
            return Optional.empty();
        }
        @Nullable Tray[] made = new Tray[1];
        try {
            SwingUtilities.invokeAndWait(
                    () -> made[0] = added(new Tray(icons, dark, language, actions, executor)));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the tray cannot be made", e.getCause());
        }
        return Optional.ofNullable(made[0]);
    }

    private static boolean isSupported() {
        try {
            return !GraphicsEnvironment.isHeadless() && SystemTray.isSupported();
        } catch (AWTError | LinkageError e) {
            // no screen where one was named, or a Java without the parts for it
            return false;
        }
    }

    private static @Nullable Tray added(Tray tray) {
        SystemTray system = SystemTray.getSystemTray();
        if (!tray.add(system)) {
            return null;
        }
        // a desktop's panel may be started anew
        system.addPropertyChangeListener(
                "systemTray",
                event -> {
                    if (event.getNewValue() instanceof SystemTray back && !tray.closed) {
                        tray.add(back);
                    }
                });
        return tray;
    }

    private boolean add(SystemTray system) {
        try {
            if (!List.of(system.getTrayIcons()).contains(icon)) {
                system.add(icon);
            }
            return true;
        } catch (AWTException e) {
            // it went away just now
            return false;
        }
    }

    /// Whether the icon can be seen; the tray may go while the program runs.
    public boolean isThere() {
        return isSupported() && List.of(SystemTray.getSystemTray().getTrayIcons()).contains(icon);
    }

    /// Shows what goes on.
    ///
    /// @param hasText whether there is a last one to be copied
    public void show(TrayState now, boolean hasText) {
        SwingUtilities.invokeLater(
                () -> {
                    state = now;
                    hasLastText = hasText;
                    icon.setImage(image());
                    icon.setToolTip(tooltip());
                    menu.show(state, hasLastText);
                });
    }

    /// Follows the system's colours.
    public void useColours(boolean nowDark) {
        SwingUtilities.invokeLater(
                () -> {
                    dark = nowDark;
                    images.clear();
                    Laf.use(dark);
                    menu.dress();
                    icon.setImage(image());
                });
    }

    private Image image() {
        return images.computeIfAbsent(state, wanted -> TrayImages.of(icons, wanted, dark));
    }

    private String tooltip() {
        return words.text(
                switch (state) {
                    case IDLE -> "tray.idle";
                    case RECORDING -> "tray.recording";
                    case TRANSCRIBING -> "tray.transcribing";
                });
    }

    /// Takes the icon away.
    @Override
    public void close() {
        SwingUtilities.invokeLater(
                () -> {
                    closed = true;
                    menu.close();
                    // the tray may be gone already
                    if (SystemTray.isSupported()) {
                        SystemTray.getSystemTray().remove(icon);
                    }
                });
    }
}
