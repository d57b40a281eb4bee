package dev.sayso.app.desktop;

import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.ClipboardOwner;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A dictated text on the clipboard, which asks histories of the clipboard not to keep it.
final class OfferedText implements Transferable, ClipboardOwner, PasteBoard.Offer {

    private final String text;
    private final boolean fetchesAreSeen;
    private int fetches;
    private boolean lost;

    /// @param fetchesAreSeen whether data are asked for when they are pasted, not before
    OfferedText(String text, boolean fetchesAreSeen) {
        this.text = text;
        this.fetchesAreSeen = fetchesAreSeen;
    }

    @Override
    public DataFlavor[] getTransferDataFlavors() {
        return new DataFlavor[] {DataFlavor.stringFlavor, RawFlavors.SECRET};
    }

    @Override
    public boolean isDataFlavorSupported(DataFlavor flavor) {
        return flavor.equals(DataFlavor.stringFlavor) || flavor.equals(RawFlavors.SECRET);
    }

    @Override
    public synchronized Object getTransferData(DataFlavor flavor)
            throws UnsupportedFlavorException {
        if (flavor.equals(RawFlavors.SECRET)) {
            return new ByteArrayInputStream("secret".getBytes(StandardCharsets.US_ASCII));
        }
        if (!flavor.equals(DataFlavor.stringFlavor)) {
            throw new UnsupportedFlavorException(flavor);
        }
        fetches++;
        notifyAll();
        return text;
    }

    @Override
    public synchronized void lostOwnership(Clipboard clipboard, Transferable contents) {
        lost = true;
    }

    @Override
    public synchronized void forgetFetches() {
        fetches = 0;
    }

    @Override
    public synchronized @Nullable Boolean awaitFetch(Duration most) throws InterruptedException {
        if (!fetchesAreSeen) {
            return null;
        }
        long end = System.nanoTime() + most.toNanos();
        while (fetches == 0) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    @Override
    public synchronized boolean stands() {
        return !lost;
    }
}
