package dev.sayso.app.models;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The models of this user: the folders under `models`, those of the user's own, and the starter.
///
/// A folder that is still being downloaded is none of them, nor is one that is being deleted.
public final class InstalledModels {

    private final Path folder;
    private final StarterModel starter;
    private final @Nullable RegisteredFolders registered;

    /// Knows no folders of the user's own.
    ///
    /// @param folder holds one folder for each model; need not exist
    public InstalledModels(Path folder, StarterModel starter) {
        this.folder = folder;
        this.starter = starter;
        this.registered = null;
    }

    /// @param folder holds one folder for each model; need not exist
    /// @param registered models that lie elsewhere
    public InstalledModels(Path folder, StarterModel starter, RegisteredFolders registered) {
        this.folder = folder;
        this.starter = starter;
        this.registered = registered;
    }

    /// Holds one folder for each model; need not exist.
    public Path folder() {
        return folder;
    }

    /// All of them: the installed ones by name, the user's own, then the starter.
    public List<Model> list() throws IOException {
        List<Model> models = found();
        models.add(starter.describe());
        return models;
    }

    /// All but the starter.
    private List<Model> found() throws IOException {
        List<Model> models = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                for (Path entry : entries) {
                    if (isModel(entry)) {
                        models.add(ModelFolder.inspect(entry));
                    }
                }
            }
        }
        models.sort(Comparator.comparing(Model::name));
        if (registered != null) {
            for (Map.Entry<String, Path> own : registered.list().entrySet()) {
                ModelFolder.Look look = ModelFolder.look(own.getValue());
                models.add(
                        new Model(
                                own.getKey(), own.getValue(), look.bytes(), false, look.problem()));
            }
        }
        return models;
    }

    private boolean isModel(Path entry) {
        String name = entry.getFileName().toString();
        return !entry.equals(starter.folder())
                && !name.startsWith(".")
                && !name.endsWith(ModelManifest.PARTIAL)
                && Files.isRegularFile(entry.resolve("config.json"));
    }

    /// The model with this name; empty: the best one.
    ///
    /// @throws IOException when there is none, or it cannot transcribe
    public ReadyModel find(String name) throws IOException {
        return name.isEmpty() ? best() : named(name);
    }

    /// The model with this name.
    ///
    /// @throws IOException when there is none, or it cannot transcribe
    public ReadyModel named(String name) throws IOException {
        if (name.equals(StarterModel.NAME)) {
            return starter.prepare();
        }
        List<Model> models = found();
        for (Model model : models) {
            if (model.name().equals(name)) {
                if (model.problem() != null) {
                    throw new IOException(model.folder() + ": " + model.problem());
                }
                return new ReadyModel(model.name(), model.folder(), null, false);
            }
        }
        String others =
                models.stream().map(model -> model.name() + ", ").collect(Collectors.joining());
        throw new IOException(
                "model "
                        + name
                        + ": expected one of "
                        + others
                        + StarterModel.NAME
                        + " (see sayso models list)");
    }

    /// The model with the most weights that can transcribe, else the starter.
    public ReadyModel best() throws IOException {
        Model best = largest();
        return best == null
                ? starter.prepare()
                : new ReadyModel(best.name(), best.folder(), null, false);
    }

    /// The name of the best one.
    public String bestName() throws IOException {
        Model best = largest();
        return best == null ? StarterModel.NAME : best.name();
    }

    private @Nullable Model largest() throws IOException {
        Model best = null;
        for (Model model : found()) {
            if (model.problem() == null && (best == null || model.bytes() > best.bytes())) {
                best = model;
            }
        }
        return best;
    }
}
