package dev.sayso.app.desktop;

import dev.sayso.app.desktop.DesktopSystem.Os;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Whether the desktop starts the program at login: a file where the system looks for such.
///
/// | system  | file |
/// |---------|------|
/// | Linux   | `autostart/sayso.desktop` in `$XDG_CONFIG_HOME`, else `~/.config` |
/// | macOS   | `~/Library/LaunchAgents/dev.sayso.app.plist` |
/// | Windows | `Sayso.cmd` in the Startup folder of the Start menu |
public final class Autostart {

    private final Os os;
    private final Path file;
    private final List<String> command;

    private Autostart(Os os, Path file, List<String> command) {
        this.os = os;
        this.file = file;
        this.command = List.copyOf(command);
    }

    /// @param environment of the process
    /// @param home the user's folder
    /// @param command program and arguments that start it, the program as an absolute path
    public static Autostart of(
            Os os, Map<String, String> environment, Path home, List<String> command) {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("no command");
        }
        for (String word : command) {
            if (word.chars().anyMatch(c -> c < ' ')) {
                throw new IllegalArgumentException("a control character in: " + word);
            }
        }
        return new Autostart(os, file(os, environment, home), command);
    }

    private static Path file(Os os, Map<String, String> environment, Path home) {
        return switch (os) {
            case LINUX -> {
                Path config = folder(environment, "XDG_CONFIG_HOME", home.resolve(".config"));
                yield config.resolve("autostart").resolve("sayso.desktop");
            }
            case MAC -> home.resolve("Library/LaunchAgents/dev.sayso.app.plist");
            case WINDOWS -> {
                Path roaming = folder(environment, "APPDATA", home.resolve("AppData/Roaming"));
                yield roaming.resolve("Microsoft/Windows/Start Menu/Programs/Startup/Sayso.cmd");
            }
        };
    }

    private static Path folder(Map<String, String> environment, String name, Path otherwise) {
        String value = environment.getOrDefault(name, "");
        return value.isBlank() || !Path.of(value).isAbsolute() ? otherwise : Path.of(value);
    }

    /// The file that does it.
    public Path file() {
        return file;
    }

    /// Whether the file is there; the user may have put it there, or deleted it.
    public boolean isOn() {
        return Files.exists(file);
    }

    /// Starts the program at each login from now on.
    ///
    /// @throws IOException when the file cannot be written
    public void on() throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), "sayso", ".new");
        try {
            Files.writeString(fresh, text());
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /// Does so no longer.
    ///
    /// @throws IOException when the file cannot be deleted
    public void off() throws IOException {
        Files.deleteIfExists(file);
    }

    private String text() {
        return switch (os) {
            case LINUX -> desktopEntry();
            case MAC -> launchAgent();
            case WINDOWS -> batchFile();
        };
    }

    private String desktopEntry() {
        return """
        [Desktop Entry]
        Type=Application
        Name=Sayso
        Comment=Dictation and transcription on this computer
        Comment[de]=Diktieren und Transkribieren auf diesem Rechner
        Comment[zh_CN]=在本机上听写与转写
        TryExec=%s
        Exec=%s
        Icon=sayso
        Terminal=false
        StartupNotify=false
        X-GNOME-Autostart-enabled=true
        """
                .formatted(
                        // without the program, as after uninstalling it, the entry is void
                        command.getFirst().replace("\\", "\\\\"),
                        command.stream()
                                .map(Autostart::desktopWord)
                                .collect(Collectors.joining(" ")));
    }

    /// The rules of the Desktop Entry Specification: in quotes, four characters have a backslash
    /// before them; a percent sign is doubled; and in a value each backslash is doubled once more.
    private static String desktopWord(String word) {
        String quoted = word.replaceAll("[\"`$\\\\]", "\\\\$0").replace("%", "%%");
        return "\"" + quoted.replace("\\", "\\\\") + "\"";
    }

    private String launchAgent() {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0">
        <dict>
            <key>Label</key>
            <string>dev.sayso.app</string>
            <key>ProgramArguments</key>
            <array>
        %s    </array>
            <key>RunAtLoad</key>
            <true/>
            <key>ProcessType</key>
            <string>Interactive</string>
        </dict>
        </plist>
        """
                .formatted(
                        command.stream()
                                .map(word -> "        <string>" + xml(word) + "</string>\n")
                                .collect(Collectors.joining()));
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /// The first line makes the console read the others as UTF-8.
    private String batchFile() {
        String words =
                command.stream()
                        .map(word -> "\"" + word.replace("%", "%%") + "\"")
                        .collect(Collectors.joining(" "));
        return "@chcp 65001 >nul\r\n@start \"\" " + words + "\r\n";
    }

    @Override
    public String toString() {
        return os.name().toLowerCase(Locale.ROOT) + ": " + file + (isOn() ? " (on)" : " (off)");
    }
}
