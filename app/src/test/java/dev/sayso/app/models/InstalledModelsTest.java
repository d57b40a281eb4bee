package dev.sayso.app.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledModelsTest {

    @TempDir Path folder;
    private InstalledModels models;

    @BeforeEach
    void useATestBundle() throws IOException {
        models = new InstalledModels(folder, new StarterModel(new TestBundle(), folder));
    }

    @Test
    void knowsTheStarterBeforeItsFirstUse() throws IOException {
        assertThat(models.list())
                .containsExactly(
                        new Model("starter", folder.resolve("starter"), 100_002, true, null));
        assertThat(models.best().name()).isEqualTo("starter");
        assertThat(models.list()).hasSize(1);
    }

    @Test
    void theModelWithTheMostWeightsIsBest() throws IOException {
        install("small", "{}", 10);
        install("large", "{}", 1000);
        install("middle", "{}", 100);

        assertThat(models.list())
                .extracting(Model::name)
                .containsExactly("large", "middle", "small", "starter");
        assertThat(models.best().name()).isEqualTo("large");
        assertThat(models.named("small").folder()).isEqualTo(folder.resolve("small"));
    }

    @Test
    void whatCannotTranscribeIsListedWithTheReasonAndNeverChosen() throws IOException {
        install("aligner", "{\"thinker_config\": {\"classify_num\": 5000}}", 9000);
        install("broken", "{", 9000);
        Path cut = install("cut", "{}", 9000);
        Files.delete(cut.resolve("model.safetensors"));
        Path shards = install("shards", "{}", 9000);
        Files.delete(shards.resolve("model.safetensors"));
        Files.writeString(
                shards.resolve("model.safetensors.index.json"),
                "{\"weight_map\": {\"a\": \"model-00001-of-00001.safetensors\"}}");
        Path words = install("words", "{}", 9000);
        Files.delete(words.resolve("vocab.json"));

        assertThat(models.list())
                .extracting(Model::problem)
                .containsExactly(
                        "an aligner: finds the times of words, does not transcribe",
                        "damaged: a JSON file cannot be read",
                        "incomplete: model.safetensors is missing",
                        "incomplete: model-00001-of-00001.safetensors is missing",
                        "incomplete: vocab.json is missing",
                        null);
        assertThat(models.best().name()).isEqualTo("starter");
        assertThatThrownBy(() -> models.named("cut"))
                .isInstanceOf(IOException.class)
                .hasMessage(cut + ": incomplete: model.safetensors is missing");
    }

    @Test
    void takesShardsThatAreAllThere() throws IOException {
        Path shards = install("shards", "{}", 9000);
        Files.move(shards.resolve("model.safetensors"), shards.resolve("one.safetensors"));
        Files.writeString(
                shards.resolve("model.safetensors.index.json"),
                "{\"weight_map\": {\"a\": \"one.safetensors\"}}");

        assertThat(models.best().name()).isEqualTo("shards");
    }

    @Test
    void ignoresWhatIsNoModel() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "x");
        Files.createDirectories(folder.resolve("empty"));

        assertThat(models.list()).extracting(Model::name).containsExactly("starter");
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() throws IOException {
        install("mine", "{}", 10);

        for (String name : new String[] {"theirs", "../mine", "", "."}) {
            assertThatThrownBy(() -> models.named(name))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("expected one of mine, starter");
        }
    }

    private Path install(String name, String config, int bytes) throws IOException {
        Path model = Files.createDirectories(folder.resolve(name));
        Files.writeString(model.resolve("config.json"), config);
        for (String file : new String[] {"vocab.json", "merges.txt", "tokenizer_config.json"}) {
            Files.writeString(model.resolve(file), "");
        }
        Files.write(model.resolve("model.safetensors"), new byte[bytes]);
        return model;
    }
}
