package dev.sayso.app.cli;

import dev.sayso.engine.WeightCache;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// The list of `sayso cache list`.
final class CacheTable {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private CacheTable() {}

    /// A line for the folder, then one for each file.
    static String render(Path folder, List<WeightCache.Entry> entries, ZoneId zone) {
        StringBuilder table = new StringBuilder(summary(folder, entries));
        for (WeightCache.Entry entry : entries) {
            String model = Objects.requireNonNullElse(entry.model(), "(damaged or outdated)");
            table.append(
                    String.format(
                            Locale.ROOT,
                            "%-6s%10s  %s  %s%n",
                            Objects.requireNonNullElse(entry.precision(), "?"),
                            Sizes.of(entry.bytes()),
                            TIME.format(entry.lastUse().atZone(zone)),
                            Names.printable(model)));
        }
        return table.toString();
    }

    /// How many files of which size.
    static String summary(Path folder, List<WeightCache.Entry> entries) {
        long bytes = entries.stream().mapToLong(WeightCache.Entry::bytes).sum();
        return String.format(
                Locale.ROOT,
                "%s: %d %s, %s%n",
                Names.printable(folder.toString()),
                entries.size(),
                entries.size() == 1 ? "file" : "files",
                Sizes.of(bytes));
    }
}
