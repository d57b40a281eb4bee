package dev.sayso.app.models.download;

import java.time.Duration;

/// How patient a download is.
///
/// @param connect for a connection
/// @param stall for the next bytes
/// @param attempts in a row that bring nothing worth mentioning
/// @param firstPause after an attempt that failed; twice as long after each further one
/// @param longestPause the most a host may ask for
/// @param worthMentioning bytes that make the attempts count from one again
public record DownloadLimits(
        Duration connect,
        Duration stall,
        int attempts,
        Duration firstPause,
        Duration longestPause,
        long worthMentioning) {

    /// For people.
    public static DownloadLimits usual() {
        return new DownloadLimits(
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                6,
                Duration.ofSeconds(1),
                Duration.ofMinutes(2),
                1_000_000);
    }
}
