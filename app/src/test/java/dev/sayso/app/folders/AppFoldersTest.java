package dev.sayso.app.folders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppFoldersTest {

    private static final Path HOME = Path.of("").toAbsolutePath().resolve("home");

    @Test
    void followsTheXdgRulesOnLinux() {
        Path xdg = HOME.resolve("xdg");

        assertThat(data(Map.of(), "Linux")).isEqualTo(HOME.resolve(".local/share/sayso"));
        assertThat(data(Map.of("XDG_DATA_HOME", xdg.toString()), "Linux"))
                .isEqualTo(xdg.resolve("sayso"));
        assertThat(data(Map.of("XDG_DATA_HOME", "relative"), "Linux"))
                .isEqualTo(HOME.resolve(".local/share/sayso"));
        assertThat(data(Map.of("XDG_DATA_HOME", ""), "Linux"))
                .isEqualTo(HOME.resolve(".local/share/sayso"));
    }

    @Test
    void followsTheHabitsOfMacOsAndWindows() {
        Path local = HOME.resolve("Local");

        assertThat(data(Map.of(), "Mac OS X"))
                .isEqualTo(HOME.resolve("Library/Application Support/Sayso"));
        assertThat(data(Map.of("LOCALAPPDATA", local.toString()), "Windows 11"))
                .isEqualTo(local.resolve("Sayso"));
        assertThat(data(Map.of(), "Windows 11")).isEqualTo(HOME.resolve("AppData/Local/Sayso"));
    }

    @Test
    void takesHomeFromTheEnvironmentButOnWindows() {
        Map<String, String> other = Map.of("HOME", HOME.resolve("other").toString());

        assertThat(data(other, "Linux")).isEqualTo(HOME.resolve("other/.local/share/sayso"));
        assertThat(data(other, "Mac OS X"))
                .isEqualTo(HOME.resolve("other/Library/Application Support/Sayso"));
        assertThat(data(other, "Windows 11")).isEqualTo(HOME.resolve("AppData/Local/Sayso"));
        assertThat(data(Map.of("HOME", ""), "Linux")).isEqualTo(HOME.resolve(".local/share/sayso"));
    }

    @Test
    void obeysSaysoHomeEverywhere() {
        for (String system : new String[] {"Linux", "Mac OS X", "Windows 11"}) {
            assertThat(data(Map.of("SAYSO_HOME", HOME + "/mine"), system))
                    .isEqualTo(HOME.resolve("mine"));
        }
        assertThat(data(Map.of("SAYSO_HOME", "mine"), "Linux")).isAbsolute();
    }

    @Test
    void keepsModelsInAFolderOfTheirOwn() {
        AppFolders folders = new AppFolders(HOME, HOME.resolve("cache"));
        assertThat(folders.models()).isEqualTo(HOME.resolve("models"));
        assertThat(folders.weights()).isEqualTo(HOME.resolve("cache/weights"));
    }

    @Test
    void keepsWhatCanBeMadeAnewWhereTheSystemKeepsSuchThings() {
        Path xdg = HOME.resolve("xdg");
        Path local = HOME.resolve("Local");

        assertThat(cache(Map.of(), "Linux")).isEqualTo(HOME.resolve(".cache/sayso"));
        assertThat(cache(Map.of("XDG_CACHE_HOME", xdg.toString()), "Linux"))
                .isEqualTo(xdg.resolve("sayso"));
        assertThat(cache(Map.of("XDG_CACHE_HOME", "relative"), "Linux"))
                .isEqualTo(HOME.resolve(".cache/sayso"));
        assertThat(cache(Map.of(), "Mac OS X")).isEqualTo(HOME.resolve("Library/Caches/Sayso"));
        assertThat(cache(Map.of("LOCALAPPDATA", local.toString()), "Windows 11"))
                .isEqualTo(local.resolve("Sayso/cache"));
        for (String system : new String[] {"Linux", "Mac OS X", "Windows 11"}) {
            assertThat(cache(Map.of("SAYSO_HOME", HOME + "/mine"), system))
                    .isEqualTo(HOME.resolve("mine/cache"));
        }
    }

    private static Path data(Map<String, String> environment, String system) {
        return AppFolders.of(environment, system, HOME).data();
    }

    private static Path cache(Map<String, String> environment, String system) {
        return AppFolders.of(environment, system, HOME).cache();
    }
}
