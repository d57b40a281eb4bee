package dev.sayso.app.files;

import dev.sayso.app.transcript.TranscriptDocument;
import java.nio.file.Path;

/// A file and its transcript, complete or as far as it came.
///
/// @param file the source
/// @param transcript its cues, one for each committed segment
public record FileResult(Path file, TranscriptDocument transcript) {}
