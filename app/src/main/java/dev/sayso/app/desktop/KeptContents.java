package dev.sayso.app.desktop;

import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.ClipboardOwner;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What lay on the clipboard, taken out of the program that had put it there.
final class KeptContents implements Transferable, ClipboardOwner {

    /// More than this of one form is not kept: an insertion must not fill the memory.
    private static final int MOST_BYTES = 64 << 20;

    private final Map<DataFlavor, Object> forms;

    private KeptContents(Map<DataFlavor, Object> forms) {
        this.forms = forms;
    }

    /// @throws IllegalStateException when another program has the clipboard just now
    static KeptContents of(Clipboard clipboard) {
        // first, since asking for them makes AWT know them
        List<DataFlavor> raw = RawFlavors.KEPT;
        Transferable contents = clipboard.getContents(null);
        Map<DataFlavor, Object> forms = new LinkedHashMap<>();
        if (contents != null) {
            put(forms, contents, DataFlavor.stringFlavor);
            for (DataFlavor flavor : raw) {
                put(forms, contents, flavor);
            }
            put(forms, contents, DataFlavor.imageFlavor);
            put(forms, contents, DataFlavor.javaFileListFlavor);
        }
        if (forms.isEmpty()) {
            // what was dictated is not to stay in place of nothing
            forms.put(DataFlavor.stringFlavor, "");
        }
        return new KeptContents(forms);
    }

    private static void put(
            Map<DataFlavor, Object> forms, Transferable contents, DataFlavor flavor) {
        if (!contents.isDataFlavorSupported(flavor)) {
            return;
        }
        try {
            Object data = kept(contents.getTransferData(flavor));
            if (data != null) {
                forms.put(flavor, data);
            }
        } catch (UnsupportedFlavorException | IOException e) {
            // offered, but not handed out: the others may be
        }
    }

    private static @Nullable Object kept(Object data) throws IOException {
        if (data instanceof InputStream stream) {
            try (stream) {
                byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
                return bytes.length > MOST_BYTES ? null : bytes;
            }
        }
        return data;
    }

    @Override
    public DataFlavor[] getTransferDataFlavors() {
        return forms.keySet().toArray(DataFlavor[]::new);
    }

    @Override
    public boolean isDataFlavorSupported(DataFlavor flavor) {
        return forms.containsKey(flavor);
    }

    @Override
    public Object getTransferData(DataFlavor flavor) throws UnsupportedFlavorException {
        Object data = forms.get(flavor);
        if (data == null) {
            throw new UnsupportedFlavorException(flavor);
        }
        return data instanceof byte[] bytes ? new ByteArrayInputStream(bytes) : data;
    }

    @Override
    public void lostOwnership(Clipboard clipboard, Transferable contents) {
        // somebody has copied something else
    }
}
