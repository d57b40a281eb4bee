package dev.sayso.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.cli.CliRun.Result;
import dev.sayso.engine.EngineOptions;
import dev.sayso.engine.WeightCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CacheCommandTest {

    private static final String DAMAGED = "0123456789abcdef0123456789abcdef-int8.weights";
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir Path folder;
    private ScriptedTranscriber transcriber;
    private CliRun cli;

    @BeforeEach
    void prepare() throws IOException {
        transcriber = ScriptedTranscriber.talking();
        cli = new CliRun(folder, transcriber);
    }

    private Path damaged() throws IOException {
        Files.createDirectories(cli.weights);
        Path file = Files.writeString(cli.weights.resolve(DAMAGED), "not what it should be");
        return Files.setLastModifiedTime(file, FileTime.from(TIME));
    }

    @Test
    void anEmptyCacheIsListedAndCleared() {
        String none = cli.weights + ": 0 files, 0.0 MB\n";

        assertThat(cli.run("cache", "list")).isEqualTo(new Result(0, none, ""));
        assertThat(cli.run("cache", "clear")).isEqualTo(new Result(0, "deleted from " + none, ""));
        assertThat(cli.run("cache", "list", "--json").out()).isEqualTo("[]\n");
    }

    @Test
    void clearsItsFilesAndNoOthers() throws IOException {
        Path file = damaged();
        Path note = Files.writeString(cli.weights.resolve("notes.txt"), "mine");
        String summary = cli.weights + ": 1 file, 0.0 MB\n";

        assertThat(cli.run("cache", "list").out())
                .startsWith(summary)
                .contains("(damaged or outdated)");
        assertThat(cli.run("cache", "clear"))
                .isEqualTo(new Result(0, "deleted from " + summary, ""));
        assertThat(file).doesNotExist();
        assertThat(note).exists();
    }

    @Test
    void listsAsJson() throws IOException {
        Path file = damaged();

        JsonNode node = JsonMapper.shared().readTree(cli.run("cache", "list", "--json").out());

        assertThat(node.size()).isEqualTo(1);
        assertThat(node.get(0).path("file").asString()).isEqualTo(file.toString());
        assertThat(node.get(0).path("model").isNull()).isTrue();
        assertThat(node.get(0).path("bytes").asLong()).isEqualTo(21);
        assertThat(node.get(0).path("last_use").asString()).isEqualTo(TIME.toString());
    }

    @Test
    void theTableHasPrecisionSizeLastUseAndModel() {
        Path file = cli.weights.resolve(DAMAGED);
        WeightCache.Entry entry =
                new WeightCache.Entry(file, "/models/a\nb", "int8", 1_150_000_000, TIME);

        assertThat(CacheTable.render(cli.weights, List.of(entry, entry), ZoneOffset.UTC))
                .isEqualTo(
                        cli.weights
                                + ": 2 files, 2.30 GB\n"
                                + "int8     1.15 GB  2026-01-02 03:04  /models/a\\nb\n".repeat(2));
    }

    @Test
    void aFileInPlaceOfTheFolderHoldsNothing() throws IOException {
        Files.createDirectories(cli.weights.getParent());
        Files.writeString(cli.weights, "a file in its place");

        assertThat(cli.run("cache", "list").out()).isEqualTo(cli.weights + ": 0 files, 0.0 MB\n");
        assertThat(cli.run("cache", "clear").code()).isZero();
        assertThat(cli.weights).exists();
    }

    @Test
    void wantsToKnowWhatToDo() {
        Result result = cli.run("cache");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("sayso cache list, or sayso cache clear");
    }

    @Test
    void transcribeAndBenchUseTheCacheUnlessTold() throws IOException {
        List<EngineOptions> opened = new ArrayList<>();
        cli.opener =
                (_, options) -> {
                    opened.add(options);
                    return transcriber;
                };
        Path talk = cli.recording("talk.wav");

        cli.run("transcribe", talk);
        cli.run("transcribe", talk, "--no-cache");
        cli.run("bench", talk, "--runs", "1", "-t", "1");
        cli.run("bench", talk, "--runs", "1", "-t", "1", "--no-cache");

        assertThat(opened)
                .extracting(EngineOptions::cacheFolder)
                .containsExactly(cli.weights, null, cli.weights, null);
    }

    @Test
    void whatOpeningCouldNotDoIsSaidOnce() throws IOException {
        transcriber.openingWarnings.add("the packed weights cannot be kept");
        Path one = cli.recording("one.wav");
        Path two = cli.recording("two.wav");

        Result result = cli.run("transcribe", one, two, "--silent");

        assertThat(result.code()).isZero();
        assertThat(result.errLines())
                .containsExactly("sayso: warning: the packed weights cannot be kept");
    }
}
