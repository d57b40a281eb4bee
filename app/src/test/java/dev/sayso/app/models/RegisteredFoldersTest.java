package dev.sayso.app.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisteredFoldersTest {

    @TempDir Path home;
    private Path file;
    private RegisteredFolders folders;

    @BeforeEach
    void prepare() {
        file = home.resolve("data/models.json");
        folders = new RegisteredFolders(file);
    }

    @Test
    void remembersFoldersAndGivesThemNamesOfTheirOwn() throws IOException {
        Path one = home.resolve("one/Größe 语音");
        Path two = home.resolve("two/Größe 语音");

        assertThat(folders.list()).isEmpty();
        assertThat(folders.add(one, _ -> false)).isEqualTo("Größe 语音");
        assertThat(folders.add(two, _ -> false)).isEqualTo("Größe 语音-2");
        assertThat(folders.add(one, _ -> true)).as("it is there").isEqualTo("Größe 语音");
        assertThat(folders.add(home.resolve("x"), "x"::equals)).isEqualTo("x-2");

        RegisteredFolders next = new RegisteredFolders(file);
        assertThat(next.list()).containsEntry("Größe 语音-2", two).hasSize(3);
        next.remove("x-2");
        next.remove("y");
        assertThat(next.list()).containsOnlyKeys("Größe 语音", "Größe 语音-2");
    }

    @Test
    void aBrokenFileIsSetAsideWhenSomethingIsAdded() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"folders\": [");

        assertThat(folders.list()).isEmpty();
        folders.add(home.resolve("x"), _ -> false);

        assertThat(folders.list()).containsOnlyKeys("x");
        assertThat(home.resolve("data/models.json.broken")).hasContent("{\"folders\": [");
    }

    @Test
    void ignoresWhatIsNoFolder() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "{\"folders\": [{\"name\": \"a\", \"path\": \"relative\"}, {\"name\": 5}, 7]}");

        assertThat(folders.list()).isEmpty();
    }
}
