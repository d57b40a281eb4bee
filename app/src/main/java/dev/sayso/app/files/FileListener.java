package dev.sayso.app.files;

import dev.sayso.engine.Transcript.Segment;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Hears how a file's work goes, on whichever thread does it.
interface FileListener {

    /// @param length null when the file does not say; at the end it is known
    void length(@Nullable Duration length);

    void state(FileState state);

    /// Text that stays.
    ///
    /// @param model the name of the model that heard it
    void committed(Segment segment, String model);

    /// What follows it may still change.
    void tentative(String text);

    /// How far it is.
    ///
    /// @param position in the file's time
    /// @param work time spent since this run began, waiting not counted
    void reached(Duration position, Duration work);

    /// Everything up to here needs no second hearing, whether there was text or not.
    void settled(Duration position);

    void note(String sentence);
}
