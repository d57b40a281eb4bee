package dev.sayso.app.dictation;

import dev.sayso.app.recognition.ModelWish;
import dev.sayso.app.settings.Settings;
import dev.sayso.app.transcript.TranscriptDocument;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/// What a dictation needs of other places of the window.
///
/// @param text where the text goes
/// @param models which models there are
/// @param history who remembers
public record DictationPorts(Outlets text, Models models, History history) {

    /// Where the text goes; called on the FX thread.
    ///
    /// @param copy onto the clipboard
    /// @param insert into the program that had the focus
    /// @param here whether this window has the focus
    /// @param saveAs into a file that the user names
    public record Outlets(
            Consumer<String> copy,
            Insertion insert,
            BooleanSupplier here,
            Consumer<TranscriptDocument> saveAs) {

        /// Hands a text over as the settings say. Who has this window before them wants it here,
        /// however the dictation was begun.
        void deliver(String words, Settings.Destination to, Consumer<Delivery> told) {
            switch (to) {
                case INSERT -> {
                    if (!here.getAsBoolean()) {
                        insert.insert(words, told);
                    }
                }
                case CLIPBOARD -> {
                    copy.accept(words);
                    told.accept(Delivery.COPIED);
                }
                case WINDOW -> {}
            }
        }
    }

    /// Puts text where the cursor was in another program.
    @FunctionalInterface
    public interface Insertion {

        /// @param text what to insert
        /// @param told of what came of it, on the FX thread
        void insert(String text, Consumer<Delivery> told);
    }

    /// What came of handing a text over; nothing is claimed that is not known.
    public enum Delivery {
        /// Nothing was handed over.
        NONE,
        /// It is where the cursor was.
        INSERTED,
        /// It is on the clipboard, as was asked for.
        COPIED,
        /// It is on the clipboard, since it could not be inserted.
        COPIED_INSTEAD,
        /// It is in this window only.
        FAILED
    }

    /// Which models there are.
    ///
    /// @param wish how a model is opened that the settings name
    /// @param installed those that can transcribe, asked for off the FX thread
    /// @param open shows the place where models are fetched
    public record Models(
            Function<Settings.Transcription, ModelWish> wish,
            Question<List<ModelChoice>> installed,
            Runnable open) {}

    /// Something that is asked of the disk.
    @FunctionalInterface
    public interface Question<T> {
        T ask() throws IOException;
    }

    /// A model to choose.
    ///
    /// @param name as settings have it
    /// @param starter whether it is the small one that comes with the program
    public record ModelChoice(String name, boolean starter) {}

    /// Remembers dictations; called on the FX thread. A dictation is known by the moment it was
    /// created.
    public interface History {

        /// One is done, or back after it was discarded.
        void done(TranscriptDocument document);

        /// Its text was edited.
        void changed(TranscriptDocument document);

        /// The user does not want it; it may come back as [#done].
        void discarded(TranscriptDocument document);
    }
}
