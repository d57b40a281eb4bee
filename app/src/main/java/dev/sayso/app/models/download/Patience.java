package dev.sayso.app.models.download;

import dev.sayso.app.models.download.DownloadException.Reason;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// When an attempt that failed is made again: pauses that double, or what the host asks for; and no
/// more once several in a row have brought nothing.
final class Patience {

    private final DownloadLimits limits;
    private final Surroundings surroundings;
    private final ProgressMeter meter;
    private int failures;
    private long furthest;

    Patience(DownloadLimits limits, Surroundings surroundings, ProgressMeter meter) {
        this.limits = limits;
        this.surroundings = surroundings;
        this.meter = meter;
    }

    /// Pauses after a failure.
    ///
    /// @param reached how far the file is; going back does not count as progress later
    /// @throws DownloadException the failure, when trying again is no use
    void afterFailure(DownloadException failure, long reached)
            throws DownloadException, InterruptedException {
        if (reached - furthest >= limits.worthMentioning()) {
            furthest = reached;
            failures = 0;
        }
        failures++;
        Duration pause = pause(failure.retryAfter());
        if (!failure.reason().passing()
                || failures >= limits.attempts()
                || pause.compareTo(limits.longestPause()) > 0) {
            throw failure;
        }
        meter.waiting(failure.reason());
        surroundings.sleep(pause);
    }

    private Duration pause(@Nullable Duration asked) {
        Duration usual = limits.firstPause().multipliedBy(1L << Math.min(failures - 1, 16));
        if (usual.compareTo(limits.longestPause()) > 0) {
            usual = limits.longestPause();
        }
        return asked == null || asked.compareTo(usual) < 0 ? usual : asked;
    }

    /// Something that can be tried again.
    @FunctionalInterface
    interface Attempt<T> {
        T make() throws IOException, InterruptedException;
    }

    /// Tries until it works or is no use.
    <T> T tryAgain(Attempt<T> attempt) throws IOException, InterruptedException {
        while (true) {
            try {
                return attempt.make();
            } catch (DownloadException e) {
                afterFailure(e, 0);
            }
        }
    }

    /// Trying from the start may help where a part was the trouble.
    static boolean isOfContent(DownloadException failure) {
        return failure.reason() == Reason.LENGTH || failure.reason() == Reason.CHECKSUM;
    }
}
