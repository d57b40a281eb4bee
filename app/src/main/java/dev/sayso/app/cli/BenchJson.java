package dev.sayso.app.cli;

import dev.sayso.engine.MachineLimits;
import dev.sayso.engine.Transcript.Timings;
import dev.sayso.engine.Transcript.Work;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The report as JSON, with every run. Times are in milliseconds.
final class BenchJson {

    private BenchJson() {}

    static String render(BenchReport report) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        ObjectNode machine = root.putObject("machine");
        machine.put("cores", report.machine().cores());
        machine.put("processor", report.machine().processor());
        machine.put("system", report.machine().system());
        machine.put("java", report.machine().java());
        ArrayNode limits = root.putArray("limits");
        for (MachineLimits measured : report.limits().values()) {
            ObjectNode node = limits.addObject();
            node.put("threads", measured.threads());
            node.put("vector_bits", measured.vectorBits());
            node.put("read_gb_per_s", measured.readGigabytesPerSecond());
            node.put("gflop_per_s", measured.gigaflops());
        }
        ArrayNode rows = root.putArray("results");
        for (BenchResult result : report.results()) {
            putResult(rows.addObject(), result, report.limitsOf(result));
        }
        return JsonMapper.shared().writeValueAsString(root) + "\n";
    }

    private static void putResult(ObjectNode node, BenchResult result, MachineLimits limits) {
        node.put("model", result.setting().model());
        node.put("clip", result.setting().recording());
        node.put("clip_seconds", result.clipSeconds());
        node.put("mode", result.setting().mode());
        node.put("threads", result.setting().threads());
        node.put("precision", result.setting().precision());
        node.put("total_ms", result.median(Timings::total));
        node.put("times_real_time", result.timesRealTime());
        node.put("step_ms", result.stepMillis());
        node.put("decode_gb_per_s", result.decodeGigabytesPerSecond());
        node.put("decode_percent_of_limit", result.percentOfReading(limits));
        node.put("encoder_prefill_gflop_per_s", result.gigaflops());
        node.put("encoder_prefill_percent_of_limit", result.percentOfGigaflops(limits));
        if (result.peakBytes().isPresent()) {
            node.put("peak_rss_bytes", result.peakBytes().getAsLong());
        } else {
            node.putNull("peak_rss_bytes");
        }
        putWork(node.putObject("work"), result.work());
        putRun(node.putObject("first"), result.first());
        ArrayNode runs = node.putArray("runs");
        result.runs().forEach(run -> putRun(runs.addObject(), run));
    }

    private static void putWork(ObjectNode node, Work work) {
        node.put("audio_tokens", work.audioTokens());
        node.put("prompt_tokens", work.promptTokens());
        node.put("new_tokens", work.newTokens());
        node.put("steps", work.steps());
        node.put("encoder_flop", work.encoderFlops());
        node.put("prefill_flop", work.prefillFlops());
        node.put("step_bytes", work.stepBytes());
    }

    private static void putRun(ObjectNode node, Timings run) {
        node.put("total_ms", BenchResult.millis(run.total()));
        node.put("mel_ms", BenchResult.millis(run.mel()));
        node.put("encoder_ms", BenchResult.millis(run.encoder()));
        node.put("prefill_ms", BenchResult.millis(run.prefill()));
        node.put("decode_ms", BenchResult.millis(run.decode()));
    }
}
