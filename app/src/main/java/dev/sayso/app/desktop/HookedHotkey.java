package dev.sayso.app.desktop;

import com.github.kwhat.jnativehook.GlobalScreen;
import com.github.kwhat.jnativehook.NativeHookException;
import com.github.kwhat.jnativehook.keyboard.NativeKeyEvent;
import com.github.kwhat.jnativehook.keyboard.NativeKeyListener;
import dev.sayso.app.desktop.DesktopSystem.Os;
import dev.sayso.app.desktop.HotkeyState.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The hotkey by way of jnativehook: X11, Windows, macOS.
final class HookedHotkey implements GlobalHotkey, NativeKeyListener {

    /// It writes each key that it sees into this log; kept here, since what nobody holds is
    /// forgotten together with its level.
    private static final Logger HOOK = Logger.getLogger("com.github.kwhat.jnativehook");

    private final Os os;
    private final HotkeyListener listener;
    private final Executor executor;
    private final Chord chord = new Chord();
    private @Nullable Shortcut shortcut;
    private boolean escape;
    private HeldModifiers held = new HeldModifiers(0);

    private HookedHotkey(Os os, HotkeyListener listener, Executor executor) {
        this.os = os;
        this.listener = listener;
        this.executor = executor;
    }

    static GlobalHotkey start(Os os, Path libraries, HotkeyListener listener, Executor executor) {
        HOOK.setLevel(Level.OFF);
        HOOK.setUseParentHandlers(false);
        try {
            Files.createDirectories(libraries);
            // otherwise it unpacks beside its jar, where an installed program may not write
            System.setProperty("jnativehook.lib.path", libraries.toString());
            GlobalScreen.registerNativeHook();
        } catch (IOException e) {
            return new NoHotkey(Reason.NO_LIBRARY, String.valueOf(e.getMessage()));
        } catch (LinkageError e) {
            return new NoHotkey(Reason.NO_LIBRARY, e.toString());
        } catch (NativeHookException e) {
            return new NoHotkey(reason(e.getCode()), "jnativehook: " + e.getMessage());
        }
        HookedHotkey hotkey = new HookedHotkey(os, listener, executor);
        GlobalScreen.addNativeKeyListener(hotkey);
        return hotkey;
    }

    private static Reason reason(int code) {
        return switch (code) {
            case NativeHookException.DARWIN_AXAPI_DISABLED -> Reason.NO_PERMISSION;
            case NativeHookException.X11_OPEN_DISPLAY -> Reason.NO_DISPLAY;
            case NativeHookException.X11_RECORD_NOT_FOUND -> Reason.NO_RECORD_EXTENSION;
            default -> Reason.REFUSED;
        };
    }

    @Override
    public synchronized void use(@Nullable Shortcut wanted) {
        if (wanted == null || !wanted.equals(shortcut)) {
            shortcut = wanted;
            tell(chord.use(wanted));
        }
    }

    @Override
    public synchronized void hearEscape(boolean wanted) {
        escape = wanted;
    }

    @Override
    public synchronized HotkeyState state() {
        return shortcut == null
                ? new HotkeyState.Off()
                : new HotkeyState.Active(shortcut, TakenShortcuts.contains(shortcut, os));
    }

    @Override
    public synchronized boolean modifiersHeld() {
        return held.any();
    }

    @Override
    public synchronized void nativeKeyPressed(NativeKeyEvent event) {
        held = new HeldModifiers(event.getModifiers());
        if (escape && event.getKeyCode() == NativeKeyEvent.VC_ESCAPE && !held.any()) {
            executor.execute(listener::cancelled);
        }
        tell(chord.down(event.getKeyCode(), held, event.getWhen()));
    }

    @Override
    public synchronized void nativeKeyReleased(NativeKeyEvent event) {
        held = new HeldModifiers(event.getModifiers());
        tell(chord.up(event.getKeyCode(), held));
    }

    private void tell(Chord.Meaning meaning) {
        switch (meaning) {
            case NONE -> {}
            case PRESSED -> executor.execute(listener::pressed);
            case RELEASED -> executor.execute(listener::released);
        }
    }

    @Override
    public void close() {
        GlobalScreen.removeNativeKeyListener(this);
        try {
            GlobalScreen.unregisterNativeHook();
        } catch (NativeHookException e) {
            // it ends with the process then
        }
    }
}
