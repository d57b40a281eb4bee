package dev.sayso.app.cli;

import dev.sayso.engine.MachineLimits;
import dev.sayso.engine.Transcript.Timings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The report as a Markdown table with aligned columns, so that it reads well in a terminal and its
/// rows can be put into a document.
final class BenchTable {

    private static final List<String> HEADINGS =
            List.of(
                    "model",
                    "clip",
                    "clip s",
                    "mode",
                    "threads",
                    "precision",
                    "runs",
                    "total ms [min–max]",
                    "× real time",
                    "mel ms",
                    "encoder ms",
                    "prefill ms",
                    "ms/step",
                    "tokens",
                    "decode GB/s (of limit)",
                    "enc+prefill GFLOP/s (of limit)",
                    "peak RSS MiB",
                    "first run ms");

    /// Columns of words, on the left; all others are numbers.
    private static final List<String> WORDS = List.of("model", "clip", "mode", "precision");

    private BenchTable() {}

    static String render(BenchReport report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        for (BenchResult result : report.results()) {
            rows.add(row(result, report.limitsOf(result)));
        }
        int[] widths = new int[HEADINGS.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            append(table, row, widths);
            if (row.equals(HEADINGS)) {
                append(table, rulers(widths), widths);
            }
        }
        return table.append('\n').append(machine(report)).toString();
    }

    private static List<String> row(BenchResult result, MachineLimits limits) {
        BenchSetting setting = result.setting();
        double[] totals = result.sorted(Timings::total);
        return List.of(
                cell(setting.model()),
                cell(setting.recording()),
                tenths(result.clipSeconds()),
                setting.mode(),
                String.valueOf(setting.threads()),
                setting.precision(),
                String.valueOf(result.runs().size()),
                whole(result.median(Timings::total))
                        + " ["
                        + whole(totals[0])
                        + "–"
                        + whole(totals[totals.length - 1])
                        + "]",
                hundredths(result.timesRealTime()),
                whole(result.median(Timings::mel)),
                whole(result.median(Timings::encoder)),
                whole(result.median(Timings::prefill)),
                hundredths(result.stepMillis()),
                String.valueOf(result.work().newTokens()),
                tenths(result.decodeGigabytesPerSecond())
                        + percent(result.percentOfReading(limits)),
                whole(result.gigaflops()) + percent(result.percentOfGigaflops(limits)),
                result.peakBytes().isPresent()
                        ? String.valueOf(result.peakBytes().getAsLong() >> 20)
                        : "?",
                whole(BenchResult.millis(result.first().total())));
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String hundredths(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, " (%.0f %%)", value);
    }

    /// A name, kept from ending its cell.
    private static String cell(String name) {
        return Names.printable(name).replace("|", "\\|");
    }

    private static List<String> rulers(int[] widths) {
        List<String> rulers = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            boolean words = WORDS.contains(HEADINGS.get(i));
            rulers.add(words ? "-".repeat(widths[i]) : "-".repeat(widths[i] - 1) + ":");
        }
        return rulers;
    }

    private static void append(StringBuilder table, List<String> row, int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            String space = " ".repeat(widths[i] - row.get(i).length());
            boolean words = WORDS.contains(HEADINGS.get(i));
            table.append("| ").append(words ? "" : space).append(row.get(i));
            table.append(words ? space : "").append(' ');
        }
        table.append("|\n");
    }

    private static String machine(BenchReport report) {
        BenchMachine machine = report.machine();
        int bits = report.limits().values().stream().findFirst().orElseThrow().vectorBits();
        StringBuilder lines = new StringBuilder();
        lines.append(
                String.format(
                        Locale.ROOT,
                        "machine: %d cores, %s, vectors of %d bits, %s, JDK %s%n",
                        machine.cores(),
                        machine.processor(),
                        bits,
                        machine.system(),
                        machine.java()));
        for (MachineLimits limits : report.limits().values()) {
            lines.append(
                    String.format(
                            Locale.ROOT,
                            "limits measured, threads %d: %.1f GB/s read, %.0f GFLOP/s%n",
                            limits.threads(),
                            limits.readGigabytesPerSecond(),
                            limits.gigaflops()));
        }
        return lines.toString();
    }
}
