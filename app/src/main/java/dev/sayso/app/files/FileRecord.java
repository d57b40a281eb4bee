package dev.sayso.app.files;

import dev.sayso.engine.Transcript.Segment;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file of the queue, as it is kept from one start of the program to the next.
///
/// @param file absolute
/// @param choice what the user wants of it
/// @param state never one of work: what was worked on waits
/// @param length of its sound; null when not known yet
/// @param reached up to where its text is committed
/// @param segments the committed text
/// @param result who made it and when; null before any text
/// @param problem null when there is none
/// @param notes what was odd, sentences
record FileRecord(
        Path file,
        FileChoice choice,
        FileState state,
        @Nullable Duration length,
        Duration reached,
        List<Segment> segments,
        @Nullable Result result,
        @Nullable FileProblem problem,
        List<String> notes) {

    /// @param model the name of the model that heard it
    /// @param created when the first text came
    record Result(String model, Instant created) {}

    FileRecord {
        segments = List.copyOf(segments);
        notes = List.copyOf(notes);
    }

    static FileRecord waiting(Path file) {
        return new FileRecord(
                file,
                FileChoice.settings(),
                FileState.WAITING,
                null,
                Duration.ZERO,
                List.of(),
                null,
                null,
                List.of());
    }
}
