package dev.sayso.app.cli;

import dev.sayso.engine.MachineLimits;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// All that `sayso bench` found out.
///
/// @param machine where it ran
/// @param limits what the machine can do, by number of threads: one for each number in the results
/// @param results the rows
record BenchReport(
        BenchMachine machine, Map<Integer, MachineLimits> limits, List<BenchResult> results) {

    /// What the machine can do with a row's threads.
    MachineLimits limitsOf(BenchResult result) {
        return Objects.requireNonNull(limits.get(result.setting().threads()));
    }
}
