package dev.sayso.app.models;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// The models of this user: the folders under `models`, and the starter.
public final class InstalledModels {

    private final Path folder;
    private final StarterModel starter;

    /// @param folder holds one folder for each model; need not exist
    public InstalledModels(Path folder, StarterModel starter) {
        this.folder = folder;
        this.starter = starter;
    }

    /// All of them: the installed ones by name, then the starter.
    public List<Model> list() throws IOException {
        List<Model> models = installed();
        models.add(starter.describe());
        return models;
    }

    private List<Model> installed() throws IOException {
        List<Model> models = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                for (Path entry : entries) {
                    boolean isStarter = entry.equals(starter.folder());
                    if (!isStarter && Files.isRegularFile(entry.resolve("config.json"))) {
                        models.add(ModelFolder.inspect(entry));
                    }
                }
            }
        }
        models.sort(Comparator.comparing(Model::name));
        return models;
    }

    /// The model with this name.
    ///
    /// @throws IOException when there is none, or it cannot transcribe
    public ReadyModel named(String name) throws IOException {
        if (name.equals(StarterModel.NAME)) {
            return starter.prepare();
        }
        List<Model> models = installed();
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

    /// The installed model with the most weights that can transcribe, else the starter.
    public ReadyModel best() throws IOException {
        Model best = null;
        for (Model model : installed()) {
            if (model.problem() == null && (best == null || model.bytes() > best.bytes())) {
                best = model;
            }
        }
        return best == null
                ? starter.prepare()
                : new ReadyModel(best.name(), best.folder(), null, false);
    }
}
