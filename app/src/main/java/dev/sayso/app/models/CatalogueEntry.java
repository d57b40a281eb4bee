package dev.sayso.app.models;

import java.util.List;

/// A model that can be had.
///
/// @param name what it and its folder are called
/// @param repository where it is at the host; empty for the one that comes with the app
/// @param purpose what it does
/// @param bytes the length of its files
/// @param memory what it takes while it is open, with weights in 8 bits; 0: not worth a word
/// @param memory16 the same, with weights in 16 bits
/// @param languages BCP 47 codes
/// @param licence its SPDX name; empty for the one that comes with the app
public record CatalogueEntry(
        String name,
        String repository,
        Purpose purpose,
        long bytes,
        long memory,
        long memory16,
        List<String> languages,
        String licence) {

    /// Part of a machine's memory that one model may take before the rest gets slow.
    private static final double SHARE = 0.75;

    /// What a model does.
    public enum Purpose {
        /// Comes with the app, understands little.
        STARTER,
        /// Writes down speech; the small one.
        EVERYDAY,
        /// Writes down speech; the large one.
        ACCURATE,
        /// Finds the times of words in a text that is known.
        WORD_TIMES
    }

    /// Copies the list.
    public CatalogueEntry {
        languages = List.copyOf(languages);
    }

    /// Whether it comes with the app.
    public boolean bundled() {
        return repository.isEmpty();
    }

    /// Whether a machine with this much memory has room for it.
    public boolean fits(long machine) {
        return memory <= machine * SHARE;
    }
}
