package dev.sayso.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.settings.Settings;
import dev.sayso.app.settings.Settings.General;
import dev.sayso.app.settings.SettingsModel;
import dev.sayso.app.ui.Background;
import dev.sayso.app.ui.FxTest;
import dev.sayso.app.ui.Toasts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutostartLinkTest extends FxTest {

    private static final Path LAUNCHER = Path.of("/usr/bin/sayso-window");

    @TempDir Path home;
    private final SettingsModel settings = new SettingsModel(Settings.defaults(), _ -> {});
    private Path entry;

    @BeforeEach
    void follow() {
        entry = home.resolve(".config/autostart/sayso.desktop");
        onFx(
                () -> {
                    AutostartLink.follow(
                            settings,
                            new Surrounding(Map.of(), "Linux", home, LAUNCHER),
                            new Background(),
                            new Toasts(),
                            Locale.ENGLISH);
                    return settings;
                });
    }

    private void set(boolean atLogin, boolean hidden, boolean toTray) {
        onFx(
                () -> {
                    settings.change(old -> old.with(new General(atLogin, hidden, toTray)));
                    return settings;
                });
    }

    private boolean starts(String command) throws IOException {
        return Files.exists(entry) && Files.readString(entry).contains("\nExec=" + command + "\n");
    }

    @Test
    void theEntryStartsTheLauncherAsTheSettingsSay() {
        set(true, false, true);
        await("an entry", () -> starts("\"/usr/bin/sayso-window\" \"open\""));
        set(true, true, true);
        await("hidden", () -> starts("\"/usr/bin/sayso-window\" \"open\" \"--hidden\""));
        set(false, true, true);
        await("no entry", () -> !Files.exists(entry));
    }

    /// The last word counts, whichever thread comes first.
    @Test
    void manyChangesEndAsTheLastOne() {
        for (int i = 0; i < 20; i++) {
            set(i % 2 == 0, false, true);
        }
        set(true, true, true);
        await("the last", () -> starts("\"/usr/bin/sayso-window\" \"open\" \"--hidden\""));
    }

    /// An entry of the user's own is left alone by what does not concern it.
    @Test
    void onlyWhatStandsInTheEntryConcernsIt() {
        General off = new General(false, false, true);
        General on = new General(true, false, true);
        assertThat(AutostartLink.concerns(off, on)).isTrue();
        assertThat(AutostartLink.concerns(on, off)).isTrue();
        assertThat(AutostartLink.concerns(on, new General(true, true, true))).isTrue();
        assertThat(AutostartLink.concerns(on, new General(true, false, false))).isFalse();
        assertThat(AutostartLink.concerns(off, new General(false, true, false))).isFalse();
    }
}
