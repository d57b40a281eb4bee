package dev.sayso.app.desktop;

import dev.sayso.app.desktop.DesktopSystem.Os;
import dev.sayso.app.desktop.DesktopSystem.Session;
import dev.sayso.app.desktop.FocusedWindow.Focus;
import dev.sayso.app.desktop.Insertion.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Puts a text into the program that has the focus: by way of the clipboard, which then gets back
/// what it had.
///
/// Typing key by key would depend on the keyboard's layout, and has no key for most characters.
///
/// On X11 the clipboard's owner is asked for the text when it is pasted. So an insertion is known
/// to have happened, however slow the other program is, and the clipboard is put back after that
/// and not before. Elsewhere there is only a wait that is long enough for most.
public final class TextInserter {

    private final DesktopSystem system;
    private final PasteBoard board;
    private final PasteKeys keys;
    private final FocusedWindow.Finder focus;
    private final BooleanSupplier modifiersHeld;
    private final Waits waits;

    /// How long the steps take.
    ///
    /// @param settle between offering a text and pasting it: a program that follows the clipboard
    ///     must not be taken for the one that pastes
    /// @param release for the user to let go of the hotkey
    /// @param fetch for the other program to fetch the text
    /// @param blind the same, where it cannot be seen to
    /// @param quiet after the fetch: some fetch twice
    record Waits(
            Duration settle, Duration release, Duration fetch, Duration blind, Duration quiet) {

        static Waits usual() {
            return new Waits(
                    Duration.ofMillis(120),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(8),
                    Duration.ofMillis(800),
                    Duration.ofMillis(500));
        }
    }

    TextInserter(
            DesktopSystem system,
            PasteBoard board,
            PasteKeys keys,
            FocusedWindow.Finder focus,
            BooleanSupplier modifiersHeld,
            Waits waits) {
        this.system = system;
        this.board = board;
        this.keys = keys;
        this.focus = focus;
        this.modifiersHeld = modifiersHeld;
        this.waits = waits;
    }

    /// The inserter of this desktop. Touches neither clipboard nor screen before it is used.
    ///
    /// @param modifiersHeld whether Ctrl, Alt, Shift or Meta is down: a [GlobalHotkey] knows
    public static TextInserter of(DesktopSystem system, BooleanSupplier modifiersHeld) {
        return new TextInserter(
                system,
                new AwtPasteBoard(system),
                new RobotKeys(),
                system.session() == Session.X11 ? new XcbFocus() : FocusedWindow.Focus.Unknown::new,
                modifiersHeld,
                Waits.usual());
    }

    /// Inserts, and waits until it is done: half a second at least, so never on the FX thread. One
    /// at a time; a second one waits for the first. Interrupting calls it off.
    ///
    /// @param restore whether the clipboard gets back what it had
    public synchronized Insertion insert(String text, boolean restore) {
        if (system.session() == Session.NONE) {
            return new Insertion.Failed(Reason.NO_DISPLAY, "");
        }
        try {
            return canSend() ? pasted(text, restore) : copied(text, Reason.WAYLAND);
        } catch (IOException e) {
            return new Insertion.Failed(Reason.CLIPBOARD, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Insertion.Failed(Reason.INTERRUPTED, "");
        }
    }

    /// Whether keys can be sent to other programs at all.
    public boolean canSend() {
        return switch (system.session()) {
            case X11, NATIVE -> true;
            case WAYLAND, NONE -> false;
        };
    }

    private Insertion copied(String text, Reason reason) throws IOException {
        board.offer(InsertedText.of(text, false), false);
        return new Insertion.CopiedOnly(reason);
    }

    private Insertion pasted(String text, boolean restore)
            throws IOException, InterruptedException {
        if (!released()) {
            return copied(text, Reason.KEYS_HELD);
        }
        return switch (focus.find()) {
            case Focus.Nowhere() -> copied(text, Reason.NO_TARGET);
            case Focus.In(var window) when window.pid() == ProcessHandle.current().pid() ->
                    copied(text, Reason.OWN_WINDOW);
            case Focus.In(var window) -> pasted(text, restore, window.isTerminal());
            case Focus.Unknown() -> pasted(text, restore, false);
        };
    }

    private Insertion pasted(String text, boolean restore, boolean terminal)
            throws IOException, InterruptedException {
        PasteBoard.Saved before = board.save(terminal);
        PasteBoard.Offer offer = board.offer(InsertedText.of(text, terminal), terminal);
        Thread.sleep(waits.settle());
        if (!offer.stands()) {
            return new Insertion.Failed(Reason.CLIPBOARD_TAKEN, "");
        }
        offer.forgetFetches();
        try {
            keys.press(chord(terminal));
        } catch (IOException e) {
            return new Insertion.CopiedOnly(Reason.KEYS_REFUSED);
        }
        Boolean fetched = offer.awaitFetch(waits.fetch());
        if (Boolean.FALSE.equals(fetched)) {
            return new Insertion.CopiedOnly(Reason.NOT_FETCHED);
        }
        Thread.sleep(fetched == null ? waits.blind() : waits.quiet());
        if (restore && offer.stands()) {
            before.restore();
        }
        return new Insertion.Inserted(fetched != null);
    }

    private PasteKeys.Chord chord(boolean terminal) {
        if (system.os() == Os.MAC) {
            return PasteKeys.Chord.CMD_V;
        }
        return terminal ? PasteKeys.Chord.SHIFT_INSERT : PasteKeys.Chord.CTRL_V;
    }

    /// The hotkey's own Ctrl+Alt would make another key of Ctrl+V.
    private boolean released() throws InterruptedException {
        long end = System.nanoTime() + waits.release().toNanos();
        while (modifiersHeld.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(10);
        }
        return true;
    }
}
