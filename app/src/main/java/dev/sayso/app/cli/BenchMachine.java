package dev.sayso.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/// What a measurement was made on.
///
/// @param cores that the JVM may use
/// @param processor its kind, as Java calls it
/// @param system operating system
/// @param java version of the JDK, and who built it
record BenchMachine(int cores, String processor, String system, String java) {

    private static final Path STATUS = Path.of("/proc/self/status");

    /// This one.
    static BenchMachine ofProcess() {
        return new BenchMachine(
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.arch"),
                System.getProperty("os.name"),
                Runtime.version() + " " + System.getProperty("java.vendor"));
    }

    /// The most memory this process has had at a time, as far as the system tells (Linux does).
    static OptionalLong peakBytes() {
        return memory("VmHWM:");
    }

    /// The memory this process has now, as far as the system tells.
    static OptionalLong residentBytes() {
        return memory("VmRSS:");
    }

    private static OptionalLong memory(String key) {
        try {
            return Files.isReadable(STATUS)
                    ? memory(Files.readAllLines(STATUS, StandardCharsets.ISO_8859_1), key)
                    : OptionalLong.empty();
        } catch (IOException e) {
            // not worth ending a long measurement for
            return OptionalLong.empty();
        }
    }

    /// @param status lines such as `VmHWM:     1234 kB`, in which kB are 1024 bytes
    static OptionalLong memory(List<String> status, String key) {
        for (String line : status) {
            String[] words = line.strip().split("\\s+", -1);
            if (words.length == 3 && words[0].equals(key) && words[1].matches("\\d{1,15}")) {
                return OptionalLong.of(Long.parseLong(words[1]) * 1024);
            }
        }
        return OptionalLong.empty();
    }
}
