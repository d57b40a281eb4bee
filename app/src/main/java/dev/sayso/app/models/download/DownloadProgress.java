package dev.sayso.app.models.download;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How far a download is.
///
/// @param phase what it does
/// @param file the file it is about; empty when about none
/// @param fileDone bytes of that file that have arrived
/// @param fileTotal its length
/// @param done bytes of all files that have arrived
/// @param total the length of all files; 0 while that is not known
/// @param speed bytes a second, smoothed; 0 while that is not known
/// @param trouble why it waits; null when it does not
public record DownloadProgress(
        Phase phase,
        String file,
        long fileDone,
        long fileTotal,
        long done,
        long total,
        double speed,
        DownloadException.@Nullable Reason trouble) {

    /// What a download does.
    public enum Phase {
        /// Asks which files there are.
        LISTING,
        /// Compares what is here with its sums.
        CHECKING,
        /// Takes bytes.
        FETCHING,
        /// Pauses before it tries again.
        WAITING,
        /// All is there; the folder gets its name.
        FINISHING
    }

    /// At the very beginning.
    public static DownloadProgress none() {
        return new DownloadProgress(Phase.LISTING, "", 0, 0, 0, 0, 0, null);
    }

    /// How much of it is done, 0 to 1; -1 while that is not known.
    public double part() {
        return total <= 0 ? -1 : Math.clamp((double) done / total, 0, 1);
    }

    /// How long it will take at this speed; null while that is not known.
    public @Nullable Duration left() {
        return speed < 1 ? null : Duration.ofSeconds(Math.round((total - done) / speed));
    }
}
