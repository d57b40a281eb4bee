package dev.sayso.app.desktop;

import dev.sayso.app.desktop.DesktopSystem.Session;
import java.awt.AWTError;
import java.awt.HeadlessException;
import java.awt.Toolkit;
import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.ClipboardOwner;
import java.awt.datatransfer.Transferable;
import java.io.IOException;

/// The clipboard by AWT. Unlike JavaFX', it may be used on any thread, so that a program which does
/// not hand out its clipboard cannot stop the window; and on X11 it tells when a text is fetched.
final class AwtPasteBoard implements PasteBoard {

    /// Windows lends the clipboard to one program at a time.
    private static final int ATTEMPTS = 20;

    private static final long ATTEMPT_MILLIS = 25;

    private final boolean fetchesAreSeen;

    AwtPasteBoard(DesktopSystem system) {
        fetchesAreSeen = system.session() == Session.X11;
    }

    @Override
    public Saved save(boolean primary) throws IOException {
        KeptContents clipboard = kept(clipboard());
        Clipboard selection = primary ? Toolkit.getDefaultToolkit().getSystemSelection() : null;
        if (selection == null) {
            return () -> set(clipboard(), clipboard, clipboard);
        }
        KeptContents selected = kept(selection);
        return () -> {
            set(clipboard(), clipboard, clipboard);
            set(selection, selected, selected);
        };
    }

    @Override
    public Offer offer(String text, boolean primary) throws IOException {
        OfferedText offered = new OfferedText(text, fetchesAreSeen);
        set(clipboard(), offered, offered);
        Clipboard selection = primary ? Toolkit.getDefaultToolkit().getSystemSelection() : null;
        if (selection != null) {
            set(selection, offered, (_, _) -> {});
        }
        return offered;
    }

    private static Clipboard clipboard() throws IOException {
        try {
            return Toolkit.getDefaultToolkit().getSystemClipboard();
        } catch (HeadlessException | AWTError | LinkageError e) {
            throw new IOException("there is no screen", e);
        }
    }

    private static KeptContents kept(Clipboard clipboard) throws IOException {
        KeptContents[] kept = new KeptContents[1];
        patiently(() -> kept[0] = KeptContents.of(clipboard));
        return kept[0];
    }

    private static void set(Clipboard clipboard, Transferable contents, ClipboardOwner owner)
            throws IOException {
        patiently(() -> clipboard.setContents(contents, owner));
    }

    private static void patiently(Access access) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                access.run();
                return;
            } catch (IllegalStateException e) {
                if (attempt == ATTEMPTS) {
                    throw new IOException("another program does not let go of the clipboard", e);
                }
                pause();
            }
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(ATTEMPT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("called off", e);
        }
    }

    @FunctionalInterface
    private interface Access {
        void run() throws IOException;
    }
}
