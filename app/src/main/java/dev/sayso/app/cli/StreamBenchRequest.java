package dev.sayso.app.cli;

import dev.sayso.engine.EngineOptions;
import dev.sayso.engine.StreamOptions;
import java.nio.file.Path;
import java.util.List;

/// What `sayso bench stream` was asked to do.
///
/// @param recordings files, at least one, heard one after the other as one stream
/// @param times how often all of them are heard
/// @param model which to use
/// @param engine how it runs
/// @param stream how it listens
/// @param pace when sound can be read
/// @param warmUp whether the stream is heard once before it is measured
/// @param json whether the report is JSON
record StreamBenchRequest(
        List<Path> recordings,
        int times,
        ModelChoice model,
        EngineOptions engine,
        StreamOptions stream,
        Pace pace,
        boolean warmUp,
        boolean json) {

    /// When sound can be read.
    enum Pace {
        /// As it is spoken, on a clock that does not wait.
        SIMULATED,
        /// As it is spoken.
        REAL,
        /// At once.
        NONE
    }
}
