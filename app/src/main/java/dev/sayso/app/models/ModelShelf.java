package dev.sayso.app.models;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the model manager shows: the catalogue, what of it is here, and what else is.
public final class ModelShelf {

    private static final String DELETED = ".deleted-";

    private final Path folder;
    private final ModelCatalogue catalogue;
    private final RegisteredFolders registered;

    /// @param folder holds one folder for each model; need not exist
    /// @param registered models that lie elsewhere
    public ModelShelf(Path folder, ModelCatalogue catalogue, RegisteredFolders registered) {
        this.folder = folder;
        this.catalogue = catalogue;
        this.registered = registered;
    }

    /// Where models are kept.
    public Path folder() {
        return folder;
    }

    /// The bytes that still fit there; [FreeSpace#UNKNOWN] when nobody knows.
    public long free() {
        Path existing = folder.toAbsolutePath();
        while (existing.getParent() != null && !Files.isDirectory(existing)) {
            existing = existing.getParent();
        }
        return FreeSpace.in(existing);
    }

    /// The catalogue in its order, then what lies beside it, then the user's own folders.
    public List<ShelfItem> items() throws IOException {
        List<ShelfItem> items = new ArrayList<>();
        for (CatalogueEntry entry : catalogue.entries()) {
            items.add(item(entry));
        }
        for (Path other : others()) {
            items.add(here(other.getFileName().toString(), null, other));
        }
        for (Map.Entry<String, Path> own : registered.list().entrySet()) {
            items.add(described(own.getKey(), null, ShelfItem.Origin.OWN, own.getValue()));
        }
        return items;
    }

    private ShelfItem item(CatalogueEntry entry) throws IOException {
        Path place = folder.resolve(entry.name());
        if (entry.bundled()) {
            return new ShelfItem(
                    entry.name(),
                    entry,
                    ShelfItem.Origin.BUNDLED,
                    ShelfItem.State.READY,
                    place,
                    entry.bytes(),
                    entry.bytes(),
                    null);
        }
        if (Files.isDirectory(place)) {
            return here(entry.name(), entry, place);
        }
        Path partial = folder.resolve(entry.name() + ModelManifest.PARTIAL);
        long arrived = Files.isDirectory(partial) ? arrived(partial) : 0;
        boolean begun = arrived > 0;
        return new ShelfItem(
                entry.name(),
                entry,
                ShelfItem.Origin.NOWHERE,
                begun ? ShelfItem.State.PARTIAL : ShelfItem.State.ABSENT,
                place,
                arrived,
                begun ? total(partial, entry) : entry.bytes(),
                null);
    }

    private static long arrived(Path partial) throws IOException {
        long bytes = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(partial)) {
            for (Path file : files) {
                if (!file.getFileName().toString().startsWith(ModelManifest.FILE)) {
                    bytes += Files.size(file);
                }
            }
        } catch (NoSuchFileException e) {
            // it was renamed while we looked
        }
        return bytes;
    }

    private static long total(Path partial, CatalogueEntry entry) {
        try {
            ModelManifest manifest = ModelManifest.read(partial);
            return manifest == null ? entry.bytes() : manifest.bytes();
        } catch (IOException e) {
            // the download will find out and begin anew
            return entry.bytes();
        }
    }

    private ShelfItem here(String name, @Nullable CatalogueEntry entry, Path place) {
        boolean ours = isOurs(place);
        return described(
                name, entry, ours ? ShelfItem.Origin.DOWNLOADED : ShelfItem.Origin.PLACED, place);
    }

    private static ShelfItem described(
            String name, @Nullable CatalogueEntry entry, ShelfItem.Origin origin, Path place) {
        ModelFolder.Look look = ModelFolder.look(place);
        ShelfItem.State state =
                switch (look.kind()) {
                    case TRANSCRIBES -> ShelfItem.State.READY;
                    case ALIGNS -> ShelfItem.State.ALIGNER;
                    case DAMAGED, NO_MODEL -> ShelfItem.State.DAMAGED;
                };
        boolean sound = state != ShelfItem.State.DAMAGED;
        return new ShelfItem(
                name,
                entry,
                origin,
                state,
                place,
                look.bytes(),
                look.bytes(),
                sound ? null : look.problem());
    }

    private static boolean isOurs(Path place) {
        return !Files.isSymbolicLink(place)
                && Files.isRegularFile(place.resolve(ModelManifest.FILE));
    }

    private List<Path> others() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(this::isOther)
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList();
        }
    }

    private boolean isOther(Path entry) {
        String name = entry.getFileName().toString();
        return !name.startsWith(".")
                && !name.endsWith(ModelManifest.PARTIAL)
                && catalogue.entries().stream().noneMatch(known -> known.name().equals(name))
                && Files.isRegularFile(entry.resolve("config.json"));
    }

    /// Adds a folder of the user's own.
    ///
    /// @return the name it goes by
    /// @throws IOException when it holds no model, or one with files missing
    public String register(Path own) throws IOException {
        ModelFolder.Look look = ModelFolder.look(own);
        if (look.kind() == ModelFolder.Kind.DAMAGED || look.kind() == ModelFolder.Kind.NO_MODEL) {
            throw new IOException(own + ": " + look.problem());
        }
        return registered.add(
                own,
                name ->
                        catalogue.find(name).isPresent()
                                || Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS));
    }

    /// Takes a folder of the user's own off the list; no file is touched.
    public void forget(String name) throws IOException {
        registered.remove(name);
    }

    /// Deletes a model that was downloaded. It is out of the way at once, in one step; its files
    /// follow.
    ///
    /// @throws IOException when it is not ours, or somebody holds its files (on Windows)
    public void delete(String name) throws IOException {
        Path place = downloaded(name);
        Path away = folder.resolve(DELETED + name);
        deleteFiles(away);
        Files.move(place, away);
        deleteFiles(away);
    }

    /// Deletes what has arrived of a download.
    public void deletePartial(String name) throws IOException {
        deleteFiles(folder.resolve(known(name).name() + ModelManifest.PARTIAL));
    }

    /// Makes an unfinished download of a damaged model: what is still right need not come again.
    public void beginRepair(String name) throws IOException {
        Path partial = folder.resolve(name + ModelManifest.PARTIAL);
        Path place = downloaded(name);
        deleteFiles(partial);
        Files.move(place, partial);
    }

    private Path downloaded(String name) throws IOException {
        Path place = folder.resolve(known(name).name());
        if (!isOurs(place)) {
            throw new IOException(place + ": Sayso has not put it there and leaves it alone");
        }
        return place;
    }

    private CatalogueEntry known(String name) {
        return catalogue
                .find(name)
                .orElseThrow(() -> new IllegalArgumentException("not in the catalogue: " + name));
    }

    /// Our folders are flat.
    private static void deleteFiles(Path flat) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(flat)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            return;
        }
        Files.deleteIfExists(flat);
    }
}
