package dev.sayso.app.recordings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// A recording whose text was never finished.
///
/// @param file a WAV file that can be read
/// @param started when it was begun
/// @param length of its sound
public record UnfinishedRecording(Path file, Instant started, Duration length) {}
