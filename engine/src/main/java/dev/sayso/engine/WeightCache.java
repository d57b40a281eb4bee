package dev.sayso.engine;

import dev.sayso.engine.packed.CacheFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The folder of [EngineOptions#cacheFolder]: one file for each model and precision, with its
/// weights as the kernels read them.
///
/// Nothing is lost with a file: the next opening writes it again. Other files in the folder are
/// neither listed nor touched.
public final class WeightCache {

    private final CacheFolder folder;

    /// @param folder need not exist
    public WeightCache(Path folder) {
        this.folder = new CacheFolder(folder);
    }

    /// A file in the folder.
    ///
    /// @param file where it is
    /// @param model the folder of the model it was made from; null when the file is damaged,
    ///     unfinished or of another version
    /// @param precision `bf16` or `int8`; null as above
    /// @param bytes its size
    /// @param lastUse when it was last written or read
    public record Entry(
            Path file,
            @Nullable String model,
            @Nullable String precision,
            long bytes,
            Instant lastUse) {}

    /// What became of the files.
    ///
    /// @param deleted those that are gone
    /// @param kept those that could not be deleted; on Windows, because somebody uses them
    public record Cleared(List<Entry> deleted, List<Entry> kept) {

        /// Copies the lists.
        public Cleared {
            deleted = List.copyOf(deleted);
            kept = List.copyOf(kept);
        }
    }

    /// All files, by name; none when there is no folder.
    ///
    /// @throws IOException when the folder cannot be read
    public List<Entry> list() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (CacheFolder.Kept kept : folder.list()) {
            entries.add(
                    new Entry(
                            kept.file(),
                            kept.model(),
                            kept.precision(),
                            kept.bytes(),
                            kept.lastUse()));
        }
        return entries;
    }

    /// Deletes all files. A model that is open keeps working.
    ///
    /// @throws IOException when the folder cannot be read
    public Cleared clear() throws IOException {
        List<Entry> deleted = new ArrayList<>();
        List<Entry> kept = new ArrayList<>();
        for (Entry entry : list()) {
            (CacheFolder.delete(entry.file()) ? deleted : kept).add(entry);
        }
        return new Cleared(deleted, kept);
    }
}
