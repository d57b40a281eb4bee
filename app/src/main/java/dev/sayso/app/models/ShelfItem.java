package dev.sayso.app.models;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A model as the model manager sees it: one that is here, one that could be, or both.
///
/// @param name its own
/// @param known what the catalogue says about it; null when it says nothing
/// @param origin how it came here
/// @param state whether it can be used
/// @param folder where it is, or would be
/// @param bytes the size of what is here; of a download, what has arrived
/// @param total the size of all of it
/// @param problem what is wrong with it, one clause; null when nothing is
public record ShelfItem(
        String name,
        @Nullable CatalogueEntry known,
        Origin origin,
        State state,
        Path folder,
        long bytes,
        long total,
        @Nullable String problem) {

    /// How a model came here.
    public enum Origin {
        /// With the app.
        BUNDLED,
        /// Over the network, by us.
        DOWNLOADED,
        /// Somebody put it beside the others.
        PLACED,
        /// It lies in a folder of the user's own.
        OWN,
        /// It is not here.
        NOWHERE
    }

    /// Whether it can be used.
    public enum State {
        /// It is not here.
        ABSENT,
        /// Some of it is.
        PARTIAL,
        /// It can transcribe.
        READY,
        /// It is complete, and finds the times of words.
        ALIGNER,
        /// Something is missing or not what it was.
        DAMAGED
    }
}
