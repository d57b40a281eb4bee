package dev.sayso.app.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaFilesTest {

    @TempDir Path folder;

    @Test
    void aFolderGivesItsMediaWhateverTheCaseAndNothingHidden() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("b/Ünter"));
        Path hidden = Files.createDirectories(folder.resolve(".trash"));
        for (Path file :
                new Path[] {
                    folder.resolve("a.MP3"),
                    folder.resolve("notes.txt"),
                    folder.resolve(".mp3"),
                    folder.resolve("mp3"),
                    folder.resolve("._a.mp3"),
                    hidden.resolve("old.mp3"),
                    deep.resolve("film.Mkv"),
                    deep.resolve("日本.wav")
                }) {
            Files.createFile(file);
        }
        Files.createDirectories(folder.resolve("folder.mp3"));

        assertThat(MediaFiles.in(folder))
                .containsExactly(
                        folder.resolve("a.MP3"), deep.resolve("film.Mkv"), deep.resolve("日本.wav"));
    }

    @Test
    void aCircleOfLinksEnds() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("inner"));
        Files.createSymbolicLink(inner.resolve("back"), folder);
        Files.createFile(inner.resolve("x.ogg"));

        assertThat(MediaFiles.in(folder)).containsExactly(inner.resolve("x.ogg"));
    }
}
