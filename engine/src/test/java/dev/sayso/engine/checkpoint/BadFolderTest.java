package dev.sayso.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Every way to be wrong is one IOException with the file's name and the cause, soon, and leaves
/// nothing mapped.
class BadFolderTest {

    @TempDir private static Path whole;
    @TempDir private static Path sharded;

    @TempDir private Path temp;

    @BeforeAll
    static void writeValidFolders() throws IOException {
        TinyCheckpoint.builder().write(whole);
        TinyCheckpoint.builder().shards(2).write(sharded);
    }

    private Path copyOf(Path folder) throws IOException {
        Path copy = Files.createDirectory(temp.resolve("model"));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    @Test
    void theUnspoiltFoldersLoad() throws IOException {
        load(whole);
        load(sharded);
    }

    @ParameterizedTest
    @FieldSource({
        "dev.sayso.engine.checkpoint.BadWeights#HEADERS",
        "dev.sayso.engine.checkpoint.BadWeights#FILES",
        "dev.sayso.engine.checkpoint.BadConfigs#CONFIGS",
        "dev.sayso.engine.checkpoint.BadConfigs#OTHER_FILES"
    })
    void aBadFolderIsRefused(BadFolder bad) throws IOException {
        assertRefused(copyOf(whole), bad);
    }

    @ParameterizedTest
    @FieldSource("dev.sayso.engine.checkpoint.BadWeights#SHARDS")
    void aBadFolderOfShardsIsRefused(BadFolder bad) throws IOException {
        assertRefused(copyOf(sharded), bad);
    }

    private static void assertRefused(Path folder, BadFolder bad) throws IOException {
        bad.edit().apply(folder);
        Throwable thrown =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(10), () -> catchThrowable(() -> load(folder)));
        assertThat(thrown).isExactlyInstanceOf(IOException.class);
        assertThat(thrown)
                .hasMessageStartingWith(folder.resolve(bad.file()) + ": ")
                .hasMessageContaining(bad.cause());
        assertThat(thrown.getMessage()).as("one line").matches("[^\\p{Cntrl}]*");
        assertThat(String.valueOf(thrown.getMessage()).length() - folder.toString().length())
                .as("length of: %s", thrown.getMessage())
                .isLessThan(400);
        assertNothingMapped(folder);
    }

    /// What the engine does: opens, then asks for every tensor in the shape the config implies.
    private static void load(Path folder) throws IOException {
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            ModelConfig config = checkpoint.config();
            Map<String, int[]> shapes =
                    TinyWeights.shapes(config.encoder(), config.decoder(), config.headRows());
            for (Map.Entry<String, int[]> tensor : shapes.entrySet()) {
                checkpoint.tensor(tensor.getKey(), tensor.getValue());
                if (tensor.getValue().length == 1) {
                    checkpoint.vector(tensor.getKey(), tensor.getValue()[0]);
                }
            }
        }
    }

    /// On Linux a mapped file can be deleted, so that a leak shows in the list of mappings only.
    private static void assertNothingMapped(Path folder) throws IOException {
        Path mappings = Path.of("/proc/self/maps");
        if (Files.exists(mappings)) {
            assertThat(Files.readString(mappings)).doesNotContain(folder.toString());
        }
    }

    @Test
    void anOpenFolderShowsInTheListOfMappings() throws IOException {
        Path mappings = Path.of("/proc/self/maps");
        if (Files.exists(mappings)) {
            Path folder = TinyCheckpoint.builder().write(temp.resolve("model")).folder();
            try (Checkpoint checkpoint = Checkpoint.open(folder)) {
                assertThat(Files.readString(mappings)).contains(checkpoint.folder().toString());
            }
            assertNothingMapped(folder);
        }
    }

    @Test
    void whatIsNoFolderIsRefused() throws IOException {
        Path file = Files.createFile(temp.resolve("file"));
        assertThat(catchThrowable(() -> Checkpoint.open(file)))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage(file + ": expected a model folder, found a file");
        Path nothing = temp.resolve("nothing");
        assertThat(catchThrowable(() -> Checkpoint.open(nothing)))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage(nothing + ": expected a model folder, found nothing there");
        Path empty = Files.createDirectory(temp.resolve("empty"));
        assertThat(catchThrowable(() -> Checkpoint.open(empty)))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageStartingWith(empty.resolve("config.json") + ": ");
    }

    /// Permission bits don't hold for the administrator, as whom tests may run, so the system's
    /// refusal is given, not provoked.
    @Test
    void aFileThatMayNotBeReadIsSaidToBeSo() {
        Path file = temp.resolve("model.safetensors");
        assertThat(ModelFile.unreadable(file, new AccessDeniedException(file.toString())))
                .hasMessage(file + ": expected a readable file, found no permission to read it");
    }
}
