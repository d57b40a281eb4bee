package dev.sayso.app.editor;

import dev.sayso.app.playback.PlaybackDevice;
import dev.sayso.app.ui.Elsewhere;
import java.time.Duration;

/// What an editor needs of the rest of the app.
///
/// @param audio decodes the sound
/// @param speakers where it is heard
/// @param saver keeps what was edited
/// @param elsewhere runs all of that
/// @param saveAfter how long a change waits to be saved, for others to come with it
public record EditorTools(
        AudioLoader audio,
        PlaybackDevice speakers,
        TranscriptSaver saver,
        Elsewhere elsewhere,
        Duration saveAfter) {

    /// Saves a second after a change.
    public EditorTools(
            AudioLoader audio,
            PlaybackDevice speakers,
            TranscriptSaver saver,
            Elsewhere elsewhere) {
        this(audio, speakers, saver, elsewhere, Duration.ofSeconds(1));
    }
}
