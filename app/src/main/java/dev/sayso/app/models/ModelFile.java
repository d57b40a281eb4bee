package dev.sayso.app.models;

import java.util.Locale;
import java.util.regex.Pattern;

/// A file of a model, as its host describes it.
///
/// @param name a plain name, without folders; never one that means something else to a file system
/// @param bytes its length
/// @param checksum of its bytes
public record ModelFile(String name, long bytes, Checksum checksum) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");

    /// Windows gives these names to devices, whatever follows the first dot.
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    /// @throws IllegalArgumentException when the name is not plain or the length is negative
    public ModelFile {
        if (!isPlain(name)) {
            throw new IllegalArgumentException("not a plain file name: " + name);
        }
        if (bytes < 0) {
            throw new IllegalArgumentException(name + ": a length of " + bytes);
        }
    }

    /// Whether a name can be used as it is, on any system: no folders, no device, no hidden file.
    public static boolean isPlain(String name) {
        return PLAIN.matcher(name).matches()
                && !name.endsWith(".")
                && !DEVICE.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }
}
