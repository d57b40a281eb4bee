package dev.sayso.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowArgumentsTest {

    private static final Path TALK = Path.of("talk.wav").toAbsolutePath();

    @Test
    void theCommandLineOpensTheWindowByAWord() {
        assertThat(WindowArguments.of()).contains(new WindowArguments(false, List.of()));
        assertThat(WindowArguments.of("open", "--hidden", "talk.wav"))
                .contains(new WindowArguments(true, List.of(TALK)));
        assertThat(WindowArguments.of("transcribe", "talk.wav")).isEmpty();
        assertThat(WindowArguments.of("talk.wav")).isEmpty();
        assertThat(WindowArguments.of("open", "--unknown")).isEmpty();
    }

    @Test
    void theWindowsLauncherTakesFilesAlone() {
        assertThat(WindowArguments.ofWindow()).contains(new WindowArguments(false, List.of()));
        assertThat(WindowArguments.ofWindow("talk.wav"))
                .contains(new WindowArguments(false, List.of(TALK)));
        assertThat(WindowArguments.ofWindow("talk.wav", "--hidden"))
                .contains(
                        new WindowArguments(
                                false, List.of(TALK, Path.of("--hidden").toAbsolutePath())));
        assertThat(WindowArguments.ofWindow("open", "--hidden"))
                .contains(new WindowArguments(true, List.of()));
        assertThat(WindowArguments.ofWindow("--unknown")).isEmpty();
    }
}
