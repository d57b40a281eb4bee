package dev.sayso.app.cli;

import dev.sayso.engine.StreamRound;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A measured stream as JSON, with every round. Times are in milliseconds.
final class StreamBenchJson {

    private StreamBenchJson() {}

    static String render(String model, StreamBenchResult result) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("model", model);
        root.put("seconds", result.seconds());
        root.put("text", result.transcript().text());
        root.put("compute_ms", result.computeMillis());
        putPercentiles(root.putObject("round_ms"), result, StreamBenchResult::compute);
        putPercentiles(root.putObject("lag_ms"), result, StreamBenchResult::lag);
        ArrayNode rounds = root.putArray("rounds");
        for (StreamBenchResult.Row row : result.rounds()) {
            putRound(rounds.addObject(), row);
        }
        ArrayNode memory = root.putArray("memory");
        for (StreamBenchResult.Memory point : result.memory()) {
            ObjectNode node = memory.addObject();
            node.put("heard_ms", StreamBenchResult.millis(point.heard()));
            node.put("heap_bytes", point.heapBytes());
            if (point.residentBytes().isPresent()) {
                node.put("resident_bytes", point.residentBytes().getAsLong());
            } else {
                node.putNull("resident_bytes");
            }
            node.put("round_ms", point.roundMillis());
        }
        return JsonMapper.shared().writeValueAsString(root) + "\n";
    }

    private static void putPercentiles(
            ObjectNode node,
            StreamBenchResult result,
            ToDoubleFunction<StreamBenchResult.Row> value) {
        node.put("p50", result.percentile(0.5, value));
        node.put("p95", result.percentile(0.95, value));
        node.put("most", result.percentile(1, value));
    }

    private static void putRound(ObjectNode node, StreamBenchResult.Row row) {
        StreamRound round = row.round();
        node.put("heard_ms", StreamBenchResult.millis(round.heard()));
        node.put("fresh_ms", StreamBenchResult.millis(round.fresh()));
        node.put("ended", round.ended());
        node.put("compute_ms", StreamBenchResult.compute(row));
        node.put("lag_ms", StreamBenchResult.lag(row));
        node.put("tokens", round.tokens());
        node.put("new_tokens", round.newTokens());
        node.put("drafted", round.drafted());
        node.put("accepted", round.accepted());
        node.put("steps", round.steps());
        node.put("positions_read", round.positionsRead());
        node.put("positions_reused", round.positionsReused());
        node.put("windows_encoded", round.windowsEncoded());
        node.put("audio_tokens_encoded", round.audioTokensEncoded());
        node.put("committed_characters", round.committedCharacters());
    }
}
