package dev.sayso.app.models.download;

import dev.sayso.app.models.download.DownloadException.Reason;
import dev.sayso.app.models.download.DownloadProgress.Phase;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Counts bytes and tells about them ten times a second.
///
/// The speed is smoothed: what happened [#MEMORY] seconds ago counts a third of what happens now.
final class ProgressMeter {

    static final double MEMORY = 5;

    private static final double PAUSE = 0.1;

    private final Consumer<? super DownloadProgress> listener;
    private final LongSupplier clock;
    private Phase phase = Phase.LISTING;
    private String file = "";
    private long fileDone;
    private long fileTotal;
    private long before;
    private long total;
    private long fetched;
    private double speed;
    private long last;

    /// @param clock a running one, ns
    ProgressMeter(Consumer<? super DownloadProgress> listener, LongSupplier clock) {
        this.listener = listener;
        this.clock = clock;
        this.last = clock.getAsLong();
    }

    void total(long bytes) {
        total = bytes;
        tell(null);
    }

    /// Files are counted from the first again.
    void restart() {
        before = 0;
        fileDone = 0;
        fileTotal = 0;
    }

    void phase(Phase now) {
        phase = now;
        restartClock();
        tell(null);
    }

    /// The next file; what was counted of the one before is done.
    void file(String name, long bytes) {
        file = name;
        fileDone = 0;
        fileTotal = bytes;
    }

    /// The file is complete.
    void fileDone() {
        before += fileTotal;
        fileDone = 0;
        fileTotal = 0;
        tell(null);
    }

    /// So much of the file is there, however it came.
    void reached(long bytes) {
        fileDone = bytes;
        tellNowAndThen();
    }

    /// More of it came over the network.
    void fetched(long bytes, long reached) {
        if (phase != Phase.FETCHING) {
            phase(Phase.FETCHING);
        }
        fetched += bytes;
        reached(reached);
    }

    /// Nothing comes at the moment: the speed falls.
    void idle() {
        tellNowAndThen();
    }

    void waiting(Reason trouble) {
        phase = Phase.WAITING;
        tell(trouble);
    }

    private void tellNowAndThen() {
        double seconds = (clock.getAsLong() - last) / 1e9;
        if (seconds >= PAUSE) {
            if (phase == Phase.FETCHING) {
                double now = fetched / seconds;
                double weight = speed == 0 ? 1 : 1 - Math.exp(-seconds / MEMORY);
                speed += (now - speed) * weight;
            }
            restartClock();
            tell(null);
        }
    }

    private void restartClock() {
        fetched = 0;
        last = clock.getAsLong();
    }

    private void tell(@Nullable Reason trouble) {
        listener.accept(
                new DownloadProgress(
                        phase,
                        file,
                        fileDone,
                        fileTotal,
                        before + fileDone,
                        total,
                        speed,
                        trouble));
    }
}
