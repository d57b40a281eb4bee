package dev.sayso.app.history;

import dev.sayso.app.transcript.TranscriptDocument;
import dev.sayso.engine.Language;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What other places of the window do for the history. All are called on the FX thread.
///
/// @param editor opens a text for editing
/// @param export asks how and where to, and writes it
/// @param player plays a sound
/// @param again transcribes a sound once more
/// @param models the names of those that can be chosen for that, the best first
public record HistoryActions(
        Editor editor,
        Consumer<TranscriptDocument> export,
        Player player,
        Retranscription again,
        ObservableList<String> models) {

    /// Opens a text for editing.
    @FunctionalInterface
    public interface Editor {
        /// @param save keeps what was edited, as often as wanted, from any thread; returns at once
        void open(TranscriptDocument document, Consumer<TranscriptDocument> save);
    }

    /// Plays a sound; one at a time.
    public interface Player {
        /// @param ended is called when it comes to its end by itself or fails; not after [#stop]
        void play(Path sound, Runnable ended);

        void stop();
    }

    /// Transcribes a sound once more. The new text is to be added to the history as an entry of its
    /// own ([HistoryStore#add]): the old one may have been edited.
    @FunctionalInterface
    public interface Retranscription {
        /// @param entry with a sound
        /// @param language null: the model finds out
        void start(HistoryEntry entry, String model, @Nullable Language language);
    }
}
