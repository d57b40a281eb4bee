package dev.sayso.app.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.folders.AppFolders;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    @TempDir Path temp;

    @Test
    void liesWhereTheSystemKeepsSuchThingsUnlessAFolderWasChosen() {
        AppFolders folders = new AppFolders(temp.resolve("data"), temp.resolve("cache"));
        String runtime = temp.resolve("runtime").toString();

        assertThat(RunFolder.of(Map.of("XDG_RUNTIME_DIR", runtime), folders))
                .isEqualTo(temp.resolve("runtime/sayso"));
        assertThat(RunFolder.of(Map.of("XDG_RUNTIME_DIR", runtime, "SAYSO_HOME", "x"), folders))
                .isEqualTo(temp.resolve("data/run"));
        assertThat(RunFolder.of(Map.of("XDG_RUNTIME_DIR", "relative"), folders))
                .isEqualTo(temp.resolve("data/run"));
        assertThat(RunFolder.of(Map.of(), folders)).isEqualTo(temp.resolve("data/run"));
    }
}
