package dev.sayso.app.cli;

import dev.sayso.app.subtitles.TranscriptFormat;
import dev.sayso.engine.EngineOptions;
import dev.sayso.engine.Hints;
import dev.sayso.engine.StreamOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `sayso transcribe` was asked to do, checked.
///
/// @param jobs at least one
/// @param format of every result
/// @param model which to use
/// @param engine how it runs
/// @param hints the same for every recording
/// @param stream how sound is listened to while it arrives; null: recordings are heard as a whole
/// @param verbosity what is said on standard error
record TranscribeRequest(
        List<Job> jobs,
        TranscriptFormat format,
        ModelChoice model,
        EngineOptions engine,
        Hints hints,
        @Nullable StreamOptions stream,
        Verbosity verbosity) {

    /// Whether standard output needs to say whose text follows. JSON has the name in it.
    boolean needsHeaders() {
        return format == TranscriptFormat.TXT
                && jobs.size() > 1
                && jobs.stream().allMatch(job -> job.target() == null);
    }

    /// What is said on standard error besides errors and warnings.
    ///
    /// @param status what goes on: a line for each recording, a progress bar
    /// @param debug times of the stages, stack traces
    record Verbosity(boolean status, boolean debug) {}
}
