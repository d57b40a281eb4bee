package dev.sayso.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.cli.CliRun.Result;
import dev.sayso.app.recognition.Transcriber;
import dev.sayso.engine.EngineOptions;
import dev.sayso.engine.MachineLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchCommandTest {

    private static final Path STARTER = Path.of("../engine/starter-model");

    @TempDir Path folder;
    private ScriptedTranscriber transcriber;
    private CliRun cli;

    @BeforeEach
    void prepare() throws IOException {
        transcriber = ScriptedTranscriber.talking();
        cli = new CliRun(folder, transcriber);
    }

    @Test
    void runsTheStarterModel() {
        cli.opener = Transcriber::open;
        cli.measure = MachineLimits::measure;
        Path sample = STARTER.resolve("samples/01-unseen-female-voice.wav");

        Result result = cli.run("bench", "-d", STARTER, sample, "-t", "1", "--runs", "2", "--json");

        assertThat(result.code()).as(result.err()).isZero();
        JsonNode report = JsonMapper.shared().readTree(result.out());
        assertThat(report.get("limits").size()).isEqualTo(1);
        JsonNode row = report.get("results").get(0);
        assertThat(row.get("model").asString()).isEqualTo("starter-model");
        assertThat(row.get("clip").asString()).isEqualTo("01-unseen-female-voice.wav");
        assertThat(row.get("clip_seconds").asDouble()).isBetween(3.0, 3.7);
        assertThat(row.get("runs").size()).isEqualTo(2);
        assertThat(row.get("first").get("total_ms").asDouble()).isPositive();
        assertThat(row.get("total_ms").asDouble()).isPositive();
        assertThat(row.get("work").get("audio_tokens").asInt()).isEqualTo(47);
        assertThat(row.get("decode_percent_of_limit").asDouble()).isBetween(0.0, 1000.0);
        assertThat(row.get("encoder_prefill_percent_of_limit").asDouble()).isBetween(0.0, 1000.0);
    }

    @Test
    void runsEveryRecordingInEveryModeWithEveryNumberOfThreads() throws IOException {
        List<Integer> opened = new ArrayList<>();
        cli.opener =
                (_, options) -> {
                    opened.add(options.threads());
                    return transcriber;
                };
        Path one = cli.recording("one.wav");
        Path two = cli.recording("two.wav");

        Result result = cli.run("bench", "-i", one, two, "-t", "1,2", "-S", "0,30", "--runs", "2");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(opened).containsExactly(1, 2);
        assertThat(transcriber.heard).hasSize(2 * 2 * 2 * 3);
        assertThat(transcriber.hints.stream().map(hints -> hints.stretch()).distinct())
                .containsExactly(Duration.ZERO, Duration.ofSeconds(30));
        List<String> lines = result.out().lines().toList();
        assertThat(lines.stream().filter(line -> line.startsWith("| tiny "))).hasSize(8);
        assertThat(lines.stream().limit(10).map(String::length).distinct()).hasSize(1);
        assertThat(lines.get(1)).matches("\\| -[-:| ]+\\|");
        assertThat(result.out())
                .contains("machine: ", "limits measured, threads 1: ", "threads 2: ")
                .contains("| -S 30 ");
        assertThat(result.err()).contains("two.wav, -S 30, threads 2, run 2 of 2: 50 ms");
        assertThat(transcriber.closed).isTrue();
    }

    @Test
    void measuresWithAllCoresUnlessTold() throws IOException {
        List<EngineOptions> opened = new ArrayList<>();
        cli.opener =
                (_, options) -> {
                    opened.add(options);
                    return transcriber;
                };

        Result result = cli.run("bench", cli.recording("one.wav"));

        assertThat(result.code()).isZero();
        assertThat(opened)
                .extracting(EngineOptions::threads)
                .containsExactly(Runtime.getRuntime().availableProcessors());
        assertThat(transcriber.heard).hasSize(6);
    }

    @Test
    void refusesWhatItCannotMeasure() throws IOException {
        Path wav = cli.recording("one.wav");
        assertRefused(2, "nothing to measure", "bench");
        assertRefused(2, "from 1 to 1024, found '0'", "bench", wav, "-t", "1,0");
        assertRefused(2, "found 'x'", "bench", wav, "-S", "x");
        assertRefused(2, "from 1 to 10000", "bench", wav, "--runs", "0");
        assertRefused(2, "exclude each other", "bench", wav, "-d", "a", "--model", "b");
        assertRefused(1, "none.wav: no such file", "bench", wav, folder.resolve("none.wav"));
        assertRefused(3, "model huge: expected", "bench", wav, "--model", "huge");
        assertThat(transcriber.heard).isEmpty();
    }

    private void assertRefused(int code, String reason, Object... arguments) {
        Result result = cli.run(arguments);
        assertThat(result.code()).as(result.err()).isEqualTo(code);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(reason);
    }
}
