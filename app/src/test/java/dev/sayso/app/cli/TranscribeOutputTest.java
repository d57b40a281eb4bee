package dev.sayso.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.cli.CliRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where `sayso transcribe` writes, and in which format.
class TranscribeOutputTest {

    private static final String TEXT = "Hello world. How are you?\n";

    @TempDir Path folder;
    private CliRun cli;
    private Path talk;

    @BeforeEach
    void prepare() throws IOException {
        cli = new CliRun(folder, ScriptedTranscriber.talking());
        talk = cli.recording("talk.wav");
    }

    @Test
    void jsonIsALineForEachFile() throws IOException {
        Path more = cli.recording("more.wav");
        Result result = cli.run("transcribe", "--format", "json", talk, more);

        List<JsonNode> documents =
                result.out().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
        assertThat(documents).hasSize(2);
        assertThat(documents.get(1).path("file").asString()).isEqualTo(more.toString());
        assertThat(documents.get(1).path("model").asString()).isEqualTo("tiny");
        assertThat(documents.get(1).path("segments").size()).isEqualTo(2);
    }

    @Test
    void writesAFileWhoseNameSaysTheFormat() throws IOException {
        Path srt = folder.resolve("talk.SRT");
        Result result = cli.run("transcribe", talk, "-o", srt);

        assertThat(result.code()).isZero();
        assertThat(result.out()).isEmpty();
        // two cues of a second have no room for a gap between them
        assertThat(srt)
                .content()
                .isEqualTo("1\n00:00:00,000 --> 00:00:02,000\nHello world. How are you?\n\n");
        assertThat(cli.files()).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void replacesAnOlderResultAndFollowsALink() throws IOException {
        Path real = Files.writeString(folder.resolve("real.txt"), "older and longer than the new");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), real.getFileName());
        cli.run("transcribe", talk, "-o", link);

        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent(TEXT);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no /dev")
    void aDeviceIsWrittenThroughNotReplaced() throws IOException {
        Path device = Path.of("/dev/null");
        Result result = cli.run("transcribe", talk, "-o", device);

        assertThat(result.code()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(Files.isRegularFile(device)).isFalse();
    }

    @Test
    void writesSeveralIntoAFolderOrBeside() throws IOException {
        Path more = cli.recording("more.tar.wav");
        Path results = Files.createDirectories(folder.resolve("results"));
        cli.run("transcribe", talk, more, "-o", results, "--format", "vtt");
        cli.run("transcribe", talk, more, "--beside");

        assertThat(results.resolve("talk.vtt")).content().startsWith("WEBVTT\n");
        assertThat(results.resolve("more.tar.vtt")).exists();
        assertThat(folder.resolve("talk.txt")).hasContent(TEXT);
        assertThat(folder.resolve("more.tar.txt")).hasContent(TEXT);
    }
}
