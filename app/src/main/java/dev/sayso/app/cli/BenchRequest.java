package dev.sayso.app.cli;

import dev.sayso.engine.EngineOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What `sayso bench` was asked to measure: every recording in every mode with every engine.
///
/// @param recordings files, at least one
/// @param model which to use
/// @param engines how the engine runs, at least one
/// @param stretches lengths of stretches, at least one; zero: the recording in one piece
/// @param runs how often each is measured
/// @param json whether the report is JSON
record BenchRequest(
        List<Path> recordings,
        ModelChoice model,
        List<EngineOptions> engines,
        List<Duration> stretches,
        int runs,
        boolean json) {}
