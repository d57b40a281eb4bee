package dev.sayso.app.subtitles;

import dev.sayso.engine.Transcript;

/// A transcript and where it came from.
///
/// @param source the recording's name as the user gave it
/// @param model the name of the model that wrote it
/// @param transcript what was said
/// @param complete false when the run was stopped before the recording's end
public record TranscribedFile(
        String source, String model, Transcript transcript, boolean complete) {}
