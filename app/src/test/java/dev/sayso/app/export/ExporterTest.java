package dev.sayso.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sayso.app.subtitles.ExportFormat;
import dev.sayso.app.subtitles.SubtitleRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExporterTest {

    @TempDir Path folder;

    private final Exporter exporter = new Exporter(SubtitleRules::defaults);

    @Test
    void severalFormatsAreWrittenBesideTheSource() throws Exception {
        List<Path> written =
                exporter.writeBeside(
                        TestDocuments.talk(), folder, List.of("srt", "txt", "SRT", "docx"));

        assertThat(written)
                .containsExactly(
                        folder.resolve("talk.srt"),
                        folder.resolve("talk.txt"),
                        folder.resolve("talk.docx"));
        assertThat(folder.resolve("talk.txt")).hasContent("Hello world. How are you?\n");
        assertThat(files()).hasSize(3);
    }

    @Test
    void whatIsThereIsNumberedAround() throws Exception {
        Files.writeString(folder.resolve("talk.srt"), "mine");

        exporter.writeBeside(TestDocuments.talk(), folder, List.of("srt"));
        List<Path> third = exporter.writeBeside(TestDocuments.talk(), folder, List.of("srt"));

        assertThat(third).containsExactly(folder.resolve("talk (3).srt"));
        assertThat(folder.resolve("talk.srt")).hasContent("mine");
        assertThat(folder.resolve("talk (2).srt")).content().startsWith("1\n00:00:00,000");
        assertThat(files()).hasSize(3);
    }

    @Test
    void theChosenFileIsReplacedWhole() throws Exception {
        Path target = folder.resolve("as I like.vtt");
        Files.writeString(target, "old");

        exporter.write(TestDocuments.talk(), ExportFormat.VTT, target);

        assertThat(target).content().startsWith("WEBVTT\n");
        assertThat(files()).hasSize(1);
    }

    @Test
    void whereNothingCanBeWrittenNothingIsLeft() {
        Path missing = folder.resolve("missing");

        assertThatThrownBy(
                        () -> exporter.writeBeside(TestDocuments.talk(), missing, List.of("txt")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(
                        () ->
                                exporter.writeBeside(
                                        TestDocuments.talk(), folder, List.of("txt", "pdf")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pdf");
        assertThat(folder).isEmptyDirectory();
    }

    static Stream<Arguments> titles() {
        return Stream.of(
                arguments("talk.wav", "talk"),
                arguments("Interview.MP3", "Interview"),
                arguments("Version 2.0", "Version 2.0"),
                arguments("a/b\\c:d*e?f\"g<h>i|j\u0007", "a_b_c_d_e_f_g_h_i_j_"),
                arguments("会议记录 😀.m4a", "会议记录 😀"),
                arguments("..", "transcript"),
                arguments("  ", "transcript"),
                arguments("CON", "_CON"),
                arguments("lpt1.notes", "_lpt1.notes"),
                arguments("ends with dots...", "ends with dots"));
    }

    @ParameterizedTest
    @MethodSource("titles")
    void titlesBecomeNamesThatEverySystemTakes(String title, String name) {
        assertThat(FileName.of(title)).isEqualTo(name);
    }

    @Test
    void longTitlesAreCutBetweenCharacters() throws Exception {
        Path written =
                exporter.writeBeside(TestDocuments.called("😀".repeat(200)), folder, List.of("txt"))
                        .getFirst();

        assertThat(written.getFileName()).hasToString("😀".repeat(50) + ".txt");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
