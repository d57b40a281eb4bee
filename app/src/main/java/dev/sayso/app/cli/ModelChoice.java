package dev.sayso.app.cli;

import dev.sayso.app.models.InstalledModels;
import dev.sayso.app.models.ReadyModel;
import java.io.IOException;
import java.nio.file.Path;

/// Which model to use.
sealed interface ModelChoice {

    /// The one in this folder.
    record InFolder(Path folder) implements ModelChoice {}

    /// The installed one of this name.
    record Named(String name) implements ModelChoice {}

    /// The best of those installed.
    record Best() implements ModelChoice {}

    /// Finds it.
    default ReadyModel find(InstalledModels models) throws IOException {
        return switch (this) {
            case InFolder(Path folder) -> ReadyModel.of(folder);
            case Named(String name) -> models.named(name);
            case Best() -> models.best();
        };
    }
}
