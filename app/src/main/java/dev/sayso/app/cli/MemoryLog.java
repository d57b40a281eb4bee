package dev.sayso.app.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Memory in use, every ten minutes of a stream and always in the same state: when an utterance has
/// ended.
final class MemoryLog {

    private static final Duration EVERY = Duration.ofMinutes(10);

    private final LongSupplier heap;
    private final Supplier<OptionalLong> resident;
    private final List<StreamBenchResult.Memory> points = new ArrayList<>();
    private int rounds;

    /// @param heap bytes of it in use
    /// @param resident bytes of the process, as far as the system tells
    MemoryLog(LongSupplier heap, Supplier<OptionalLong> resident) {
        this.heap = heap;
        this.resident = resident;
    }

    /// Of this process.
    static MemoryLog ofProcess() {
        return new MemoryLog(MemoryLog::heapInUse, BenchMachine::residentBytes);
    }

    /// Looks at memory when it is time to.
    ///
    /// @param heard how far into the stream
    /// @param ended whether an utterance has
    /// @param log of the rounds so far
    void roundDone(Duration heard, boolean ended, RoundLog log) {
        if (!ended || heard.compareTo(EVERY.multipliedBy(points.size() + 1L)) < 0) {
            return;
        }
        points.add(
                new StreamBenchResult.Memory(
                        heard, heap.getAsLong(), resident.get(), log.meanMillis(rounds)));
        rounds = log.size();
    }

    List<StreamBenchResult.Memory> points() {
        return List.copyOf(points);
    }

    /// The least that four collections leave: what is garbage says nothing about what is kept, and
    /// only one collection in four closes all gaps between what is kept.
    private static long heapInUse() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
