package dev.sayso.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowArgumentsTest {

    @Test
    void nothingOpensTheWindow() {
        assertThat(WindowArguments.of()).contains(new WindowArguments(false, List.of()));
        assertThat(WindowArguments.of("open")).contains(new WindowArguments(false, List.of()));
    }

    @Test
    void filesComeWithIt() {
        Path here = Path.of("").toAbsolutePath();
        assertThat(WindowArguments.of("open", "a b.mp3", "x/../ä.wav"))
                .contains(
                        new WindowArguments(
                                false, List.of(here.resolve("a b.mp3"), here.resolve("ä.wav"))));
    }

    @Test
    void itMayWaitInTheTray() {
        assertThat(WindowArguments.of("open", "--hidden"))
                .contains(new WindowArguments(true, List.of()));
    }

    @Test
    void aFileMayLookLikeAnOption() {
        Path file = Path.of("--hidden").toAbsolutePath();
        assertThat(WindowArguments.of("open", "--", "--hidden"))
                .contains(new WindowArguments(false, List.of(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"transcribe", "--version", "--help", "toggle", "Open"})
    void everythingElseIsTheCommandLines(String word) {
        assertThat(WindowArguments.of(word)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "--unknown"})
    void whatIsNotUnderstoodTheCommandLineExplains(String option) {
        assertThat(WindowArguments.of("open", option)).isEmpty();
    }

    @Test
    void theWindowsLauncherTakesFilesAlone() {
        assertThat(WindowArguments.ofWindow()).contains(new WindowArguments(false, List.of()));
        assertThat(WindowArguments.ofWindow("talk.wav"))
                .contains(
                        new WindowArguments(false, List.of(Path.of("talk.wav").toAbsolutePath())));
        assertThat(WindowArguments.ofWindow("talk.wav", "--hidden"))
                .contains(
                        new WindowArguments(
                                false,
                                List.of(
                                        Path.of("talk.wav").toAbsolutePath(),
                                        Path.of("--hidden").toAbsolutePath())));
        assertThat(WindowArguments.ofWindow("open", "--hidden"))
                .contains(new WindowArguments(true, List.of()));
        assertThat(WindowArguments.ofWindow("--unknown")).isEmpty();
    }
}
