package dev.sayso.app.models.view;

import dev.sayso.app.models.CatalogueEntry;
import dev.sayso.app.models.CatalogueEntry.Purpose;
import dev.sayso.app.models.InstalledModels;
import dev.sayso.app.models.ModelCatalogue;
import dev.sayso.app.models.ModelShelf;
import dev.sayso.app.models.RegisteredFolders;
import dev.sayso.app.models.StarterModel;
import dev.sayso.app.models.download.DownloadLimits;
import dev.sayso.app.models.download.FakeHost;
import dev.sayso.app.models.download.ModelDownload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;

/// Makes the model manager over a folder and a host; made again over the same folder it is what a
/// restart makes.
final class Bench {

    static final DownloadLimits QUICK =
            new DownloadLimits(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(20),
                    2,
                    Duration.ofMillis(10),
                    Duration.ofMillis(100),
                    10_000);

    /// What a host offers, and the starter.
    static final ModelCatalogue SMALL =
            new ModelCatalogue(
                    List.of(
                            new CatalogueEntry(
                                    "starter",
                                    "",
                                    Purpose.STARTER,
                                    7_500_000,
                                    0,
                                    0,
                                    List.of("en"),
                                    ""),
                            new CatalogueEntry(
                                    "Model",
                                    FakeHost.REPOSITORY,
                                    Purpose.EVERYDAY,
                                    300_000,
                                    1_400_000_000,
                                    1_900_000_000,
                                    List.of("en", "de", "zh"),
                                    "Apache-2.0")));

    final Path home;
    final ModelsModel model;
    final SimpleStringProperty chosen = new SimpleStringProperty("");
    final SimpleStringProperty mirror;

    Bench(
            Path home,
            ModelCatalogue catalogue,
            String mirror,
            Predicate<String> release,
            Executor fx) {
        this.home = home;
        this.mirror = new SimpleStringProperty(mirror);
        Path models = home.resolve("models");
        RegisteredFolders registered = new RegisteredFolders(home.resolve("models.json"));
        ModelShelf shelf = new ModelShelf(models, catalogue, registered);
        InstalledModels installed =
                new InstalledModels(models, StarterModel.bundled(models), registered);
        String from = mirror;
        Downloads downloads =
                new Downloads(new ModelDownload(models, () -> from, QUICK), shelf, fx);
        model = new ModelsModel(shelf, installed, downloads, settings(), release, fx);
        model.refresh();
    }

    private ModelSettings settings() {
        return new ModelSettings() {
            @Override
            public ObservableValue<String> model() {
                return chosen;
            }

            @Override
            public void use(String name) {
                chosen.set(name);
            }

            @Override
            public ObservableValue<String> mirror() {
                return mirror;
            }

            @Override
            public void downloadFrom(String address) {
                mirror.set(address);
            }
        };
    }

    ModelCard card(String name) {
        return model.cards().stream()
                .filter(card -> card.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no card " + name));
    }
}
