package dev.sayso.app.cli;

import dev.sayso.engine.StreamRound;
import dev.sayso.engine.Transcript;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/// A stream that was heard and measured.
///
/// @param rounds in order
/// @param memory every ten minutes of sound
/// @param transcript what was written
record StreamBenchResult(List<Row> rounds, List<Memory> memory, Transcript transcript) {

    /// A round and how far it was behind.
    ///
    /// @param lag from when its last sample was spoken until its text was there
    record Row(StreamRound round, Duration lag) {}

    /// Memory in use at some point.
    ///
    /// @param heard how far into the stream
    /// @param heapBytes of what is kept
    /// @param residentBytes of the process, as far as the system tells
    /// @param roundMillis mean compute time of the rounds since the last such point
    record Memory(Duration heard, long heapBytes, OptionalLong residentBytes, double roundMillis) {}

    /// Copies the lists.
    StreamBenchResult {
        rounds = List.copyOf(rounds);
        memory = List.copyOf(memory);
    }

    /// Seconds of sound.
    double seconds() {
        return transcript.timings().audio().toNanos() / 1e9;
    }

    /// All rounds' compute time in milliseconds.
    double computeMillis() {
        return rounds.stream().mapToDouble(row -> millis(row.round().compute())).sum();
    }

    /// Sum of a count over all rounds.
    int sum(ToIntFunction<StreamRound> count) {
        return rounds.stream().mapToInt(row -> count.applyAsInt(row.round())).sum();
    }

    /// How much more heap is in use at the last point than at the first, as a part of it; 0 without
    /// two points.
    double heapGrowth() {
        return memory.size() < 2
                ? 0
                : (double) memory.getLast().heapBytes() / memory.getFirst().heapBytes() - 1;
    }

    /// The same of the process; 0 when the system does not tell.
    double residentGrowth() {
        long first = memory.isEmpty() ? 0 : memory.getFirst().residentBytes().orElse(0);
        return first == 0 ? 0 : (double) memory.getLast().residentBytes().orElse(0) / first - 1;
    }

    /// The value that a part of all rounds stays below or at; 0 without rounds.
    ///
    /// @param part from 0 to 1
    double percentile(double part, ToDoubleFunction<Row> value) {
        double[] values = rounds.stream().mapToDouble(value).toArray();
        Arrays.sort(values);
        int index = (int) Math.ceil(part * values.length) - 1;
        return values.length == 0 ? 0 : values[Math.max(0, index)];
    }

    /// Compute time of a round in milliseconds.
    static double compute(Row row) {
        return millis(row.round().compute());
    }

    /// Lag of a round in milliseconds.
    static double lag(Row row) {
        return millis(row.lag());
    }

    static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
