package dev.sayso.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.cli.CliRun.Result;
import dev.sayso.app.cli.StreamBenchRequest.Pace;
import dev.sayso.app.recognition.Transcriber;
import dev.sayso.engine.EngineOptions;
import dev.sayso.engine.StreamOptions;
import dev.sayso.engine.StreamOptions.Drafts;
import dev.sayso.engine.audio.AudioSource;
import dev.sayso.engine.audio.Pcm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StreamBenchTest {

    private static final Path STARTER = Path.of("../engine/starter-model");

    @TempDir Path folder;
    private final ScriptedTranscriber transcriber = ScriptedTranscriber.talking();
    private CliRun cli;
    private Path talk;

    @BeforeEach
    void prepare() throws IOException {
        cli = new CliRun(folder, transcriber);
        talk = cli.recording("talk.wav");
    }

    @Test
    void showsEachRoundAndWhatTheyComeTo() {
        Result result = cli.run("bench", "stream", talk, "--no-warm-up", "--pace", "none");
        assertThat(result.code()).as(result.err()).isZero();
        List<String> lines = result.out().lines().toList();
        assertThat(lines.get(0)).contains("heard s", "drafted", "accepted", "committed");
        assertThat(lines.get(1)).matches("\\|( -+: \\|)+");
        assertThat(lines.get(2))
                .startsWith("| 2.0 | 2.0 | 500 | ")
                .endsWith(" | 12 | 5 | 4 | 7 | 90 | 9 | 1 | 11 |");
        assertThat(result.out())
                .contains("1.0 s of sound, 1 rounds, 500 ms of work: 2.00 times real time")
                .contains("tokens written 12: drafted 5, of these accepted 4; decoded one by one 7")
                .contains("positions read 90, reused 9")
                .contains("round ms: p50 500, p95 500, most 500");
    }

    @Test
    void handsItsOptionsToTheEngineAndWarmsUpFirst() {
        Result result =
                cli.run(
                        "bench",
                        "stream",
                        "-i",
                        talk,
                        "--times",
                        "3",
                        "--no-vad",
                        "--stream-chunk-sec",
                        "1",
                        "--stream-max-new-tokens",
                        "12",
                        "--final-tokens",
                        "12",
                        "--drafts",
                        "refused",
                        "--json");
        assertThat(result.code()).as(result.err()).isZero();
        StreamOptions options =
                StreamOptions.defaults()
                        .withDetectSpeech(false)
                        .withRound(Duration.ofSeconds(1))
                        .withMostNewTokens(12)
                        .withMostFinalTokens(12)
                        .withDrafts(Drafts.REFUSED);
        assertThat(transcriber.streams).containsExactly(options, options);
        JsonNode report = JsonMapper.shared().readTree(result.out());
        assertThat(report.get("seconds").asDouble()).isEqualTo(3);
        assertThat(report.get("text").asString()).isEqualTo("Hello world. How are you?");
        assertThat(report.get("rounds").get(0).get("accepted").asInt()).isEqualTo(4);
        assertThat(report.get("round_ms").get("p95").asDouble()).isEqualTo(500);
    }

    @Test
    void refusesWhatItCannotMeasure() {
        assertThat(cli.run("bench", "stream").code()).isEqualTo(ExitCode.USAGE);
        assertThat(cli.run("bench", "stream", talk, "--pace", "slow").err())
                .contains("expected simulated, real or none, found 'slow'");
        assertThat(cli.run("bench", "stream", talk, "--drafts", "maybe").err())
                .contains("expected read, refused or off, found 'maybe'");
        assertThat(cli.run("bench", "stream", folder.resolve("none.wav")).err())
                .contains("none.wav: no such file");
        assertThat(transcriber.streams).isEmpty();
    }

    @Test
    void recordingsAreJoinedInOrder() throws Exception {
        Pcm one = Pcm.of(new float[] {1, 2});
        Pcm two = Pcm.of(new float[] {3});
        AudioSource joined = new JoinedSource(List.of(one, two), 2);
        float[] into = new float[7];
        int got = 0;
        for (int n = joined.read(into, 0, 7); n >= 0; n = joined.read(into, got, 7 - got)) {
            got += n;
        }
        assertThat(into).containsExactly(1, 2, 3, 1, 2, 3, 0);
        assertThat(got).isEqualTo(6);
    }

    @Test
    void aSkippingClockWaitsInNoTime() throws Exception {
        long[] real = {1000};
        SkippingClock clock = new SkippingClock(() -> real[0]);
        AudioSource source =
                AudioSource.paced(AudioSource.of(Pcm.of(new float[2 * Pcm.RATE])), clock);
        float[] second = new float[Pcm.RATE];
        source.read(second, 0, Pcm.RATE);
        assertThat(clock.nanos()).isEqualTo(1_000_001_000L);
        // work that takes longer than the next second
        real[0] += 1_500_000_000L;
        source.read(second, 0, Pcm.RATE);
        assertThat(clock.nanos()).isEqualTo(2_500_001_000L);
    }

    @Test
    void percentilesAreValuesThatWereMeasured() throws Exception {
        StreamBenchRequest request =
                new StreamBenchRequest(
                        List.of(talk),
                        1,
                        new ModelChoice.Best(),
                        EngineOptions.defaults(),
                        StreamOptions.defaults(),
                        Pace.NONE,
                        false,
                        false);
        StreamBenchResult result =
                StreamBenchRun.hear(transcriber, List.of(Pcm.of(new float[Pcm.RATE])), request);
        assertThat(result.percentile(0.5, _ -> 3)).isEqualTo(3);
        StreamBenchResult none = new StreamBenchResult(List.of(), List.of(), result.transcript());
        assertThat(none.percentile(0.95, StreamBenchResult::compute)).isZero();
    }

    @Test
    void theWorstCaseWritesTheSameAndAcceptsNothing() {
        cli.opener = Transcriber::open;
        Path sample = STARTER.resolve("samples/05-known-male-voice.wav");
        JsonNode read = measured(sample, "read");
        JsonNode refused = measured(sample, "refused");
        JsonNode off = measured(sample, "off");
        assertThat(refused.get("text")).isEqualTo(read.get("text"));
        assertThat(off.get("text")).isEqualTo(read.get("text"));
        assertThat(sum(read, "accepted")).isPositive();
        assertThat(sum(refused, "accepted")).isZero();
        assertThat(sum(refused, "drafted")).isPositive();
        assertThat(sum(off, "drafted")).isZero();
        assertThat(sum(refused, "steps")).isEqualTo(sum(off, "steps"));
    }

    private JsonNode measured(Path sample, String drafts) {
        Result result =
                cli.run(
                        "bench",
                        "stream",
                        "-d",
                        STARTER,
                        sample,
                        "--no-warm-up",
                        "--pace",
                        "none",
                        "--drafts",
                        drafts,
                        "--json");
        assertThat(result.code()).as(result.err()).isZero();
        return JsonMapper.shared().readTree(result.out());
    }

    private static int sum(JsonNode report, String count) {
        int sum = 0;
        for (JsonNode round : report.get("rounds")) {
            sum += round.get(count).asInt();
        }
        return sum;
    }

    @Test
    void measuresTheStarterModel() {
        cli.opener = Transcriber::open;
        Path sample = STARTER.resolve("samples/05-known-male-voice.wav");
        Result result = cli.run("bench", "stream", "-d", STARTER, sample, "--no-warm-up", "--json");
        assertThat(result.code()).as(result.err()).isZero();
        JsonNode report = JsonMapper.shared().readTree(result.out());
        assertThat(report.get("rounds").size()).isBetween(4, 10);
        assertThat(report.get("text").asString()).contains("The class starts this evening.");
        assertThat(report.get("lag_ms").get("most").asDouble()).isPositive();
    }
}
