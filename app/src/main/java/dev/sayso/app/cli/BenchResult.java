package dev.sayso.app.cli;

import dev.sayso.engine.MachineLimits;
import dev.sayso.engine.Transcript.Timings;
import dev.sayso.engine.Transcript.Work;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/// A row of the report: one setting, run several times.
///
/// @param setting what was run
/// @param first the run that warmed up
/// @param runs the others, at least one
/// @param peakBytes the most memory that the process had had so far
record BenchResult(
        BenchSetting setting, Timings first, List<Timings> runs, OptionalLong peakBytes) {

    /// Copies the list.
    BenchResult {
        runs = List.copyOf(runs);
    }

    /// What each run did.
    Work work() {
        return runs.getFirst().work();
    }

    /// Length of the sound in seconds.
    double clipSeconds() {
        return first.audio().toNanos() / 1e9;
    }

    /// Milliseconds of a time of each run, in ascending order.
    double[] sorted(Function<Timings, Duration> time) {
        double[] values = runs.stream().mapToDouble(run -> millis(time.apply(run))).toArray();
        Arrays.sort(values);
        return values;
    }

    /// The middle one, or the mean of the two in the middle.
    double median(Function<Timings, Duration> time) {
        double[] values = sorted(time);
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }

    /// Milliseconds.
    static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }

    /// Seconds of sound for each second of work, by the median.
    double timesRealTime() {
        return clipSeconds() * 1000 / median(Timings::total);
    }

    /// Milliseconds a step took; 0 without a step.
    double stepMillis() {
        return median(Timings::decode) / Math.max(1, work().steps());
    }

    /// Gigabytes read in a second of decoding; 0 without a step.
    double decodeGigabytesPerSecond() {
        double millis = median(Timings::decode);
        return work().steps() == 0 ? 0 : work().stepBytes() / millis / 1e6;
    }

    /// 10⁹ operations in a second of encoder and prefill; 0 without any.
    double gigaflops() {
        double millis = median(run -> run.encoder().plus(run.prefill()));
        long flops = work().encoderFlops() + work().prefillFlops();
        return flops == 0 ? 0 : flops / millis / 1e6;
    }

    /// [#decodeGigabytesPerSecond] in percent of what the machine reads.
    double percentOfReading(MachineLimits limits) {
        return 100 * decodeGigabytesPerSecond() / limits.readGigabytesPerSecond();
    }

    /// [#gigaflops] in percent of what the machine does.
    double percentOfGigaflops(MachineLimits limits) {
        return 100 * gigaflops() / limits.gigaflops();
    }
}
