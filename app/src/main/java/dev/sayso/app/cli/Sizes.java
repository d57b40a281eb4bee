package dev.sayso.app.cli;

import java.util.Locale;

/// Sizes of files, for people.
final class Sizes {

    private Sizes() {}

    static String of(long bytes) {
        return bytes < 1_000_000_000
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.2f GB", bytes / 1e9);
    }
}
