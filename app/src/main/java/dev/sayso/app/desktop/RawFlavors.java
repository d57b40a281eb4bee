package dev.sayso.app.desktop;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.SystemFlavorMap;
import java.io.InputStream;
import java.util.List;

/// Forms of data on the clipboard that are kept as the bytes they are, since AWT's own forms would
/// be made anew from something else. Lists of files are not among them: AWT insists on its own
/// form.
final class RawFlavors {

    /// Tells KDE's, Windows' and macOS' clipboard histories to look away.
    static final DataFlavor SECRET =
            raw(
                    "x-kde-passwordManagerHint",
                    "ExcludeClipboardContentFromMonitorProcessing",
                    "org.nspasteboard.ConcealedType");

    /// What programs put onto the clipboard beside text.
    static final List<DataFlavor> KEPT =
            List.of(
                    raw("text/html", "HTML Format", "public.html"),
                    raw("text/rtf", "Rich Text Format", "public.rtf"),
                    raw("application/rtf"),
                    raw("x-special/gnome-copied-files"),
                    raw("application/x-kde-cutselection"),
                    raw("text/x-moz-url"),
                    raw("image/png", "PNG", "public.png"),
                    raw("image/jpeg"),
                    raw("image/bmp"),
                    raw("image/tiff"),
                    raw("image/gif"),
                    raw("image/svg+xml"));

    private RawFlavors() {}

    /// A form of our own that stands for one of the system's.
    private static DataFlavor raw(String... natives) {
        String subtype = "x-sayso-" + natives[0].replace('/', '.');
        DataFlavor flavor =
                new DataFlavor(
                        "application/" + subtype + ";class=" + InputStream.class.getName(),
                        natives[0]);
        if (SystemFlavorMap.getDefaultFlavorMap() instanceof SystemFlavorMap map) {
            for (String name : natives) {
                map.addFlavorForUnencodedNative(name, flavor);
                map.addUnencodedNativeForFlavor(flavor, name);
            }
        }
        return flavor;
    }
}
