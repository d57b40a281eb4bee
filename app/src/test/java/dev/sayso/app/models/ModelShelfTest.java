package dev.sayso.app.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelShelfTest {

    private static final String NAME = "Qwen3-ASR-0.6B";

    @TempDir Path home;
    private Path models;
    private ModelShelf shelf;
    private RegisteredFolders registered;

    @BeforeEach
    void prepare() throws IOException {
        models = home.resolve("models");
        registered = new RegisteredFolders(home.resolve("models.json"));
        shelf = new ModelShelf(models, ModelCatalogue.bundled(), registered);
    }

    private Path put(Path folder, String config, boolean ours) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("config.json"), config);
        for (String file :
                List.of("vocab.json", "merges.txt", "tokenizer_config.json", "model.safetensors")) {
            Files.writeString(folder.resolve(file), "{}");
        }
        if (ours) {
            Checksum sum = new Checksum(Checksum.Kind.GIT_BLOB, "a".repeat(40));
            new ModelManifest(
                            "A/B",
                            "c".repeat(40),
                            List.of(new ModelFile("model.safetensors", 2, sum)))
                    .write(folder);
        }
        return folder;
    }

    private ShelfItem item(String name) throws IOException {
        return shelf.items().stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theCatalogueIsShownBeforeThereIsAnyFolder() throws IOException {
        assertThat(shelf.items())
                .extracting(ShelfItem::name)
                .containsExactly("starter", NAME, "Qwen3-ASR-1.7B", "Qwen3-ForcedAligner-0.6B");
        assertThat(item(NAME).state()).isEqualTo(ShelfItem.State.ABSENT);
        assertThat(shelf.free()).isPositive();
        assertThat(models).doesNotExist();
    }

    @Test
    void theCataloguesFiguresMakeSense() {
        for (CatalogueEntry entry : ModelCatalogue.bundled().entries()) {
            assertThat(ModelFile.isPlain(entry.name())).isTrue();
            assertThat(entry.bytes()).isPositive();
            assertThat(entry.memory()).isLessThanOrEqualTo(entry.memory16());
            assertThat(entry.languages()).isNotEmpty().doesNotHaveDuplicates();
            assertThat(entry.bundled() || entry.repository().equals("Qwen/" + entry.name()))
                    .isTrue();
        }
        assertThat(
                        ModelCatalogue.bundled()
                                .find("qwen3-asr-1.7b")
                                .orElseThrow()
                                .fits(4_000_000_000L))
                .isFalse();
    }

    @Test
    void whatIsHereIsSaid() throws IOException {
        put(models.resolve(NAME), "{}", true);
        put(models.resolve("Qwen3-ForcedAligner-0.6B"), "{\"classify_num\": 5000}", true);
        put(models.resolve("mine"), "{}", false);
        put(models.resolve("half.partial"), "{}", true);
        put(models.resolve(".deleted-x"), "{}", true);
        Path own = put(home.resolve("own"), "{}", false);
        assertThat(shelf.register(own)).isEqualTo("own");

        assertThat(item(NAME).origin()).isEqualTo(ShelfItem.Origin.DOWNLOADED);
        assertThat(item(NAME).state()).isEqualTo(ShelfItem.State.READY);
        assertThat(item("Qwen3-ForcedAligner-0.6B").state()).isEqualTo(ShelfItem.State.ALIGNER);
        assertThat(item("mine").origin()).isEqualTo(ShelfItem.Origin.PLACED);
        assertThat(item("own").origin()).isEqualTo(ShelfItem.Origin.OWN);
        assertThat(shelf.items()).hasSize(6);

        Files.delete(own.resolve("model.safetensors"));
        assertThat(item("own").problem()).isEqualTo("incomplete: model.safetensors is missing");
    }

    @Test
    void onlyWhatSaysoHasPutThereIsDeleted() throws IOException {
        Path elsewhere = put(home.resolve("elsewhere"), "{}", true);
        Files.createDirectories(models);
        Files.createSymbolicLink(models.resolve(NAME), elsewhere);

        assertThatThrownBy(() -> shelf.delete(NAME)).hasMessageContaining("leaves it alone");
        assertThatThrownBy(() -> shelf.delete("../elsewhere"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(elsewhere.resolve("config.json")).exists();

        Files.delete(models.resolve(NAME));
        put(models.resolve(NAME), "{}", true);
        shelf.delete(NAME);
        assertThat(models).isEmptyDirectory();
    }

    @Test
    void aDamagedOneIsNeverTheBest() throws IOException {
        Path model = put(models.resolve(NAME), "{}", true);
        InstalledModels installed =
                new InstalledModels(models, StarterModel.bundled(models), registered);
        assertThat(installed.bestName()).isEqualTo(NAME);

        Files.writeString(model.resolve("model.safetensors"), "longer");

        assertThat(item(NAME).state()).isEqualTo(ShelfItem.State.DAMAGED);
        assertThat(installed.bestName()).isEqualTo("starter");
        assertThatThrownBy(() -> installed.named(NAME))
                .hasMessageContaining("model.safetensors: expected 2 bytes, found 6");
    }

    @Test
    void aFolderOfOnesOwnCanBeNamedAndIsTheBestIfItIs() throws IOException {
        Path own = put(home.resolve("own"), "{}", false);
        shelf.register(own);
        InstalledModels installed =
                new InstalledModels(models, StarterModel.bundled(models), registered);

        assertThat(installed.best().folder()).isEqualTo(own);
        assertThat(installed.named("own").folder()).isEqualTo(own);
        shelf.forget("own");
        assertThat(installed.bestName()).isEqualTo("starter");
        assertThatThrownBy(() -> shelf.register(home)).hasMessageContaining("config.json");
    }
}
