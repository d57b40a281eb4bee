package dev.sayso.app.settings;

import java.util.Map;
import java.util.Properties;

/// What someone who helps needs to know of a machine; nothing that was said, and no name of a user.
final class SystemInfo {

    private static final long MEGABYTE = 1 << 20;

    private SystemInfo() {}

    /// @param properties [System#getProperties]
    /// @param environment [System#getenv()]
    static String text(
            String version, Properties properties, Map<String, String> environment, Runtime java) {
        StringBuilder text = new StringBuilder();
        line(text, "Sayso", version);
        line(
                text,
                "System",
                properties.getProperty("os.name")
                        + " "
                        + properties.getProperty("os.version")
                        + " "
                        + properties.getProperty("os.arch"));
        line(
                text,
                "Java",
                properties.getProperty("java.vendor.version", "")
                        + " "
                        + properties.getProperty("java.runtime.version"));
        line(text, "JavaFX", properties.getProperty("javafx.runtime.version", "?"));
        line(text, "Processors", String.valueOf(java.availableProcessors()));
        line(text, "Java memory", java.maxMemory() / MEGABYTE + " MB at most");
        for (String name : new String[] {"XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP"}) {
            String value = environment.get(name);
            if (value != null) {
                line(text, name, value);
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value.strip()).append('\n');
    }
}
