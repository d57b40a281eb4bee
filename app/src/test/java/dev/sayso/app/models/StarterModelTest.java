package dev.sayso.app.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StarterModelTest {

    @TempDir Path home;
    private TestBundle bundle;
    private Path folder;

    @BeforeEach
    void prepareBundle() throws IOException {
        bundle = new TestBundle();
        folder = home.resolve("models/starter");
    }

    @Test
    void unpacksOnFirstUse() throws IOException {
        ReadyModel ready = starter().prepare();

        assertThat(ready).isEqualTo(new ReadyModel("starter", folder, null, false));
        assertComplete(folder);
    }

    @Test
    void writesNothingWhenAllIsThere() throws IOException {
        starter().prepare();
        bundle.opened = 0;
        FileTime before = Files.getLastModifiedTime(folder);
        starter().prepare();

        assertThat(bundle.opened).as("only the sums are read").isOne();
        assertThat(Files.getLastModifiedTime(folder)).isEqualTo(before);
    }

    @Test
    void repairsWhatIsMissingCutOrChanged() throws IOException {
        starter().prepare();
        Path weights = folder.resolve("model.safetensors");

        Files.delete(weights);
        starter().prepare();
        assertComplete(folder);

        Files.write(weights, new byte[99_999]);
        starter().prepare();
        assertComplete(folder);

        byte[] flipped = new byte[100_000];
        flipped[50_000] = 1;
        Files.write(weights, flipped);
        starter().prepare();
        assertComplete(folder);
    }

    @Test
    void deletesWhatAKilledProcessLeft() throws IOException {
        Files.createDirectories(folder);
        Path old = Files.writeString(folder.resolve("model1.part"), "x");
        Path young = Files.writeString(folder.resolve("model2.part"), "x");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(7200)));
        starter().prepare();

        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void manyFirstStartsAtOnceDoEachOtherNoHarm() throws Exception {
        List<Callable<ReadyModel>> starts = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            starts.add(() -> starter().prepare());
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<ReadyModel> start : threads.invokeAll(starts)) {
                assertThat(start.get().folder()).isEqualTo(folder);
            }
        }
        assertComplete(folder);
    }

    @Test
    void refusesADamagedBundleAndLeavesNoFileBehind() throws IOException {
        bundle.files.put("model.safetensors", new byte[5]);

        assertThatThrownBy(() -> starter().prepare())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("model.safetensors: the bundled file is damaged");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactly("config.json");
        }
    }

    @Test
    void saysWhenTheBuildHasNoStarter() {
        bundle.files.clear();

        assertThatThrownBy(() -> starter().prepare())
                .isInstanceOf(IOException.class)
                .hasMessage("the starter model is not in this build of Sayso (no SHA256SUMS)");
    }

    @Test
    void usesATemporaryFolderWhereHomeCannotBeWritten() throws IOException {
        Path models = Files.writeString(home.resolve("models"), "a file, not a folder");
        Path temporary;
        try (ReadyModel ready = starter().prepare()) {
            temporary = ready.folder();
            assertThat(temporary).isNotEqualTo(folder);
            assertThat(ready.note()).contains(folder.toString()).contains("temporary folder");
            assertComplete(temporary);
        }

        assertThat(temporary).doesNotExist();
        assertThat(models).isRegularFile();
    }

    private StarterModel starter() {
        return new StarterModel(bundle, home.resolve("models"));
    }

    private static void assertComplete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("config.json", "model.safetensors");
        }
        assertThat(folder.resolve("config.json")).hasContent("{}");
        assertThat(folder.resolve("model.safetensors")).hasBinaryContent(new byte[100_000]);
    }
}
