package dev.sayso.app.cli;

import dev.sayso.engine.StreamRound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Rounds as plain numbers: of a stream of hours their log must not be what grows.
final class RoundLog {

    /// Numbers of a round.
    private static final int WIDTH = 15;

    /// Which of them is the time it took.
    private static final int COMPUTE = 3;

    /// Rounds there is room for, and by which it grows: more than three hours have. So it takes as
    /// much memory at the first look ([MemoryLog]) as at the last.
    private static final int STEP = 8192;

    private long[] numbers = new long[STEP * WIDTH];
    private int size;

    /// Adds a round.
    void add(StreamRound round, Duration lag) {
        if ((size + 1) * WIDTH > numbers.length) {
            numbers = Arrays.copyOf(numbers, numbers.length + STEP * WIDTH);
        }
        long[] row = {
            round.heard().toNanos(),
            round.fresh().toNanos(),
            round.ended() ? 1 : 0,
            round.compute().toNanos(),
            round.tokens(),
            round.newTokens(),
            round.drafted(),
            round.accepted(),
            round.steps(),
            round.positionsRead(),
            round.positionsReused(),
            round.windowsEncoded(),
            round.audioTokensEncoded(),
            round.committedCharacters(),
            lag.toNanos()
        };
        System.arraycopy(row, 0, numbers, size * WIDTH, WIDTH);
        size++;
    }

    int size() {
        return size;
    }

    /// Mean compute time from a round on, in milliseconds; 0 when there is none.
    double meanMillis(int from) {
        double nanos = 0;
        for (int i = from; i < size; i++) {
            nanos += numbers[i * WIDTH + COMPUTE];
        }
        return nanos / 1e6 / Math.max(1, size - from);
    }

    /// All of them.
    List<StreamBenchResult.Row> rows() {
        List<StreamBenchResult.Row> rows = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            rows.add(row(Arrays.copyOfRange(numbers, i * WIDTH, (i + 1) * WIDTH)));
        }
        return rows;
    }

    private static StreamBenchResult.Row row(long[] numbers) {
        StreamRound round =
                new StreamRound(
                        Duration.ofNanos(numbers[0]),
                        Duration.ofNanos(numbers[1]),
                        numbers[2] == 1,
                        Duration.ofNanos(numbers[COMPUTE]),
                        (int) numbers[4],
                        (int) numbers[5],
                        (int) numbers[6],
                        (int) numbers[7],
                        (int) numbers[8],
                        (int) numbers[9],
                        (int) numbers[10],
                        (int) numbers[11],
                        (int) numbers[12],
                        (int) numbers[13]);
        return new StreamBenchResult.Row(round, Duration.ofNanos(numbers[14]));
    }
}
