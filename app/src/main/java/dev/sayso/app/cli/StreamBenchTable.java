package dev.sayso.app.cli;

import dev.sayso.engine.StreamRound;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// A measured stream as a Markdown table: a row for each round, then what they come to.
final class StreamBenchTable {

    /// Of longer streams only the sums are shown.
    private static final int MOST_ROWS = 120;

    private static final String HEADINGS =
            """
            | heard s | new s | ms | lag ms | tokens | drafted | accepted | steps | read | reused | windows | committed |
            | ------: | ----: | -: | -----: | -----: | ------: | -------: | ----: | ---: | -----: | ------: | --------: |
            """;

    private StreamBenchTable() {}

    static String render(StreamBenchResult result) {
        StringBuilder table = new StringBuilder();
        if (result.rounds().size() <= MOST_ROWS) {
            table.append(HEADINGS);
            result.rounds().forEach(row -> append(table, row));
            table.append('\n');
        }
        sums(table, result);
        for (StreamBenchResult.Memory memory : result.memory()) {
            line(
                    table,
                    String.format(
                            Locale.ROOT,
                            "after %.0f min: heap %.1f MiB, process %.1f MiB, mean round %.1f ms",
                            memory.heard().toSeconds() / 60.0,
                            mebibytes(memory.heapBytes()),
                            mebibytes(memory.residentBytes().orElse(0)),
                            memory.roundMillis()));
        }
        if (result.memory().size() > 1) {
            line(
                    table,
                    String.format(
                            Locale.ROOT,
                            "from the first to the last of them: heap %+.1f %%, process %+.1f %%",
                            100 * result.heapGrowth(),
                            100 * result.residentGrowth()));
        }
        return table.toString();
    }

    private static void append(StringBuilder table, StreamBenchResult.Row row) {
        StreamRound round = row.round();
        line(
                table,
                String.format(
                        Locale.ROOT,
                        "| %.1f%s | %.1f | %.0f | %.0f | %d | %d | %d | %d | %d | %d | %d | %d |",
                        round.heard().toNanos() / 1e9,
                        round.ended() ? " end" : "",
                        round.fresh().toNanos() / 1e9,
                        StreamBenchResult.compute(row),
                        StreamBenchResult.lag(row),
                        round.tokens(),
                        round.drafted(),
                        round.accepted(),
                        round.steps(),
                        round.positionsRead(),
                        round.positionsReused(),
                        round.windowsEncoded(),
                        round.committedCharacters()));
    }

    private static void sums(StringBuilder table, StreamBenchResult result) {
        double millis = result.computeMillis();
        line(
                table,
                String.format(
                        Locale.ROOT,
                        "%.1f s of sound, %d rounds, %.0f ms of work: %.2f times real time",
                        result.seconds(),
                        result.rounds().size(),
                        millis,
                        result.seconds() * 1000 / Math.max(1e-9, millis)));
        line(
                table,
                String.format(
                        Locale.ROOT,
                        "tokens written %d: drafted %d, of these accepted %d; decoded one by one %d",
                        result.sum(StreamRound::newTokens),
                        result.sum(StreamRound::drafted),
                        result.sum(StreamRound::accepted),
                        result.sum(StreamRound::steps)));
        line(
                table,
                String.format(
                        Locale.ROOT,
                        "positions read %d, reused %d; windows encoded %d, audio tokens %d",
                        result.sum(StreamRound::positionsRead),
                        result.sum(StreamRound::positionsReused),
                        result.sum(StreamRound::windowsEncoded),
                        result.sum(StreamRound::audioTokensEncoded)));
        percentiles(table, "round ms", result, StreamBenchResult::compute);
        percentiles(table, "lag ms", result, StreamBenchResult::lag);
    }

    private static void percentiles(
            StringBuilder table,
            String name,
            StreamBenchResult result,
            ToDoubleFunction<StreamBenchResult.Row> value) {
        line(
                table,
                String.format(
                        Locale.ROOT,
                        "%s: p50 %.0f, p95 %.0f, most %.0f",
                        name,
                        result.percentile(0.5, value),
                        result.percentile(0.95, value),
                        result.percentile(1, value)));
    }

    private static double mebibytes(long bytes) {
        return bytes / (1024.0 * 1024);
    }

    private static void line(StringBuilder table, String text) {
        table.append(text).append('\n');
    }
}
