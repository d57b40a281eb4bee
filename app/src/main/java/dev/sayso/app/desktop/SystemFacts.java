package dev.sayso.app.desktop;

import java.util.Map;
import java.util.Properties;

/// What the program runs on.
///
/// @param system name, version and machine of the operating system
/// @param java version and maker of the virtual machine
/// @param processors that it may use
/// @param heapMegabytes the most memory for its objects
public record SystemFacts(String system, String java, int processors, long heapMegabytes) {

    /// Of this process.
    ///
    /// @param properties of the virtual machine
    public static SystemFacts of(Properties properties) {
        Runtime runtime = Runtime.getRuntime();
        return new SystemFacts(
                properties.getProperty("os.name")
                        + " "
                        + properties.getProperty("os.version")
                        + " "
                        + properties.getProperty("os.arch"),
                properties.getProperty("java.runtime.version")
                        + " "
                        + properties.getProperty("java.vendor"),
                runtime.availableProcessors(),
                runtime.maxMemory() >> 20);
    }

    /// On two lines.
    public String summary() {
        return "System: %s, %d processors%nJava: %s, at most %d MB of objects"
                .formatted(system, processors, java, heapMegabytes)
                .replace("\r\n", "\n");
    }

    /// The variables that decide how programs reach the screen.
    static String display(Map<String, String> environment) {
        StringBuilder text = new StringBuilder();
        for (String name :
                new String[] {
                    "XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP", "DISPLAY", "WAYLAND_DISPLAY"
                }) {
            text.append(name).append('=').append(environment.getOrDefault(name, "")).append(' ');
        }
        return text.toString().strip();
    }
}
