package dev.sayso.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.EngineOptions;
import dev.sayso.engine.MachineLimits;
import dev.sayso.engine.Transcript.Timings;
import dev.sayso.engine.Transcript.Work;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchReportTest {

    private static final Work WORK =
            new Work(143, 158, 31, 30, 100_000_000_000L, 140_000_000_000L, 36_000_000_000L);

    private static Timings run(int millis) {
        return new Timings(
                Duration.ofSeconds(11),
                Duration.ofMillis(10),
                Duration.ofMillis(millis / 4),
                Duration.ofMillis(millis / 4),
                Duration.ofMillis(millis / 2),
                Duration.ofMillis(millis),
                WORK);
    }

    private static BenchReport report(OptionalLong peak) {
        BenchSetting setting =
                new BenchSetting(
                        "a|b", "jfk.wav", Duration.ZERO, EngineOptions.defaults().withThreads(2));
        List<Timings> runs = List.of(run(4400), run(4000), run(4800), run(4000));
        return new BenchReport(
                new BenchMachine(2, "amd64", "Linux", "25"),
                Map.of(2, new MachineLimits(2, 256, 30, 200)),
                List.of(new BenchResult(setting, run(9000), runs, peak)));
    }

    @Test
    void aRowSaysHowFarFromTheLimitsTheMedianRunIs() {
        String table = BenchTable.render(report(OptionalLong.of(2L << 30)));
        List<String> lines = table.lines().toList();
        // 240 GFLOP in 2.1 s, 36 GB in 2.1 s
        assertThat(lines.get(2).replaceAll(" +", " "))
                .isEqualTo(
                        "| a\\|b | jfk.wav | 11.0 | offline | 2 | auto | 4 | 4200 [4000–4800] | 2.62 | 10"
                                + " | 1050 | 1050 | 70.00 | 31 | 17.1 (57 %) | 114 (57 %) | 2048"
                                + " | 9000 |");
        assertThat(lines.get(4))
                .isEqualTo("machine: 2 cores, amd64, vectors of 256 bits, Linux, JDK 25");
        assertThat(lines.get(5))
                .isEqualTo("limits measured, threads 2: 30.0 GB/s read, 200 GFLOP/s");
    }

    @Test
    void whatTheSystemDoesNotTellIsAQuestionMark() {
        assertThat(BenchTable.render(report(OptionalLong.empty()))).contains("|            ? |");
        JsonNode json =
                JsonMapper.shared().readTree(BenchJson.render(report(OptionalLong.empty())));
        assertThat(json.get("results").get(0).get("peak_rss_bytes").isNull()).isTrue();
    }

    @Test
    void jsonHasEveryRun() {
        JsonNode json = JsonMapper.shared().readTree(BenchJson.render(report(OptionalLong.of(5))));
        JsonNode row = json.get("results").get(0);
        assertThat(row.get("runs").get(2).get("total_ms").asDouble()).isEqualTo(4800);
        assertThat(row.get("total_ms").asDouble()).isEqualTo(4200);
        assertThat(row.get("work").get("step_bytes").asLong()).isEqualTo(36_000_000_000L);
        assertThat(json.get("limits").get(0).get("gflop_per_s").asDouble()).isEqualTo(200);
    }

    @Test
    void aRunWithoutWorkHasNoSpeed() {
        Duration none = Duration.ZERO;
        Timings silent =
                new Timings(run(1).audio(), none, none, none, none, run(8).total(), Work.none());
        BenchSetting setting =
                new BenchSetting(
                        "m", "c", Duration.ofMillis(2500), EngineOptions.defaults().withThreads(1));
        BenchResult result =
                new BenchResult(setting, silent, List.of(silent), OptionalLong.empty());
        assertThat(result.decodeGigabytesPerSecond()).isZero();
        assertThat(result.stepMillis()).isZero();
        assertThat(result.gigaflops()).isZero();
        assertThat(setting.mode()).isEqualTo("-S 2.5");
    }

    @Test
    void peakMemoryIsReadFromTheProcessStatus() {
        assertThat(BenchMachine.memory(List.of("Name:\tjava", "VmHWM:\t    2048 kB"), "VmHWM:"))
                .hasValue(2048 * 1024);
        assertThat(BenchMachine.memory(List.of("VmRSS: 3 kB"), "VmHWM:")).isEmpty();
        assertThat(BenchMachine.memory(List.of("VmHWM: much kB", "VmHWM:"), "VmHWM:")).isEmpty();
        assertThat(BenchMachine.memory(List.of("VmHWM: 99999999999999999999 kB"), "VmHWM:"))
                .isEmpty();
    }
}
