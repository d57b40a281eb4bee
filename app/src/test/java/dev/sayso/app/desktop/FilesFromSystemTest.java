package dev.sayso.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.desktop.DesktopSystem.Os;
import dev.sayso.app.desktop.DesktopSystem.Session;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is done with an event of macOS; that it comes can be seen on macOS only.
class FilesFromSystemTest {

    private final List<List<Path>> opened = new ArrayList<>();

    private void hand(File... files) {
        FilesFromSystem.hand(List.of(files), opened::add);
    }

    @Test
    void filesOfAnEventAreOpenedTogether() {
        File talk = new File("/Users/小明/Größe.m4a");
        hand(talk, new File("here.wav"));
        assertThat(opened)
                .containsExactly(
                        List.of(
                                talk.toPath().toAbsolutePath(),
                                Path.of("here.wav").toAbsolutePath()));
    }

    @Test
    void whatNamesNoFileIsLeftOut() {
        hand(new File("a\0b.wav"));
        assertThat(opened).isEmpty();
        hand(new File("a\0b.wav"), new File("/c.wav"));
        assertThat(opened).hasSize(1);
        assertThat(opened.getFirst()).hasSize(1);
    }

    @Test
    void otherSystemsHandFilesOverAsArguments() {
        // would wake AWT, which throws where there is no screen
        FilesFromSystem.listen(new DesktopSystem(Os.LINUX, Session.X11, ""), opened::add);
        FilesFromSystem.listen(new DesktopSystem(Os.WINDOWS, Session.NATIVE, ""), opened::add);
        assertThat(opened).isEmpty();
    }
}
