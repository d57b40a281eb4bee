package dev.sayso.app.export;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Names that every system takes for a file.
final class FileName {

    private static final Pattern FORBIDDEN = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]");

    /// What Windows keeps for devices, whatever follows the dot.
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private static final Set<String> MEDIA =
            Set.of(
                    "wav", "mp3", "m4a", "aac", "flac", "ogg", "oga", "opus", "wma", "aif", "aiff",
                    "caf", "mp4", "m4v", "mov", "mkv", "webm", "avi", "wmv", "mpg", "mpeg", "3gp",
                    "ts");

    /// Most systems take 255 bytes; some of them are left for a number and an extension.
    private static final int BYTES = 200;

    private FileName() {}

    /// @param title of a document; a media file's extension goes
    /// @return without an extension; `transcript` when nothing else is left
    static String of(String title) {
        String name = FORBIDDEN.matcher(withoutExtension(title.strip())).replaceAll("_");
        name = shortened(name).replaceAll("[. ]+$", "").replaceAll("^ +", "");
        if (name.isEmpty()) {
            return "transcript";
        }
        return DEVICE.matcher(name).matches() ? "_" + name : name;
    }

    private static String withoutExtension(String title) {
        int dot = title.lastIndexOf('.');
        boolean media =
                dot > 0 && MEDIA.contains(title.substring(dot + 1).toLowerCase(Locale.ROOT));
        return media ? title.substring(0, dot) : title;
    }

    private static String shortened(String name) {
        StringBuilder text = new StringBuilder();
        int bytes = 0;
        for (int c : name.codePoints().toArray()) {
            bytes += Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > BYTES) {
                break;
            }
            text.appendCodePoint(c);
        }
        return text.toString();
    }
}
