package dev.sayso.app.dictation;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What went wrong with a dictation.
///
/// @param kind for the words that a person is told
/// @param details for someone who helps; never what was said; may be empty
/// @param recording the sound that was kept; null when there is none
public record DictationFailure(Kind kind, String details, @Nullable Path recording) {

    /// What can go wrong.
    public enum Kind {
        /// No device records.
        NO_MICROPHONE,
        /// A device does not let itself be opened.
        MICROPHONE_REFUSED,
        /// The device that was chosen is not there; another is used.
        OTHER_MICROPHONE,
        /// A device has gone while it was used.
        MICROPHONE_LOST,
        /// The device gave nothing but digital silence.
        MICROPHONE_MUTED,
        /// The disk does not take the sound; the text goes on.
        DISK,
        /// The model is missing or broken.
        MODEL,
        /// The memory is too small.
        MEMORY,
        /// The recognition has failed in another way.
        RECOGNITION,
        /// It went well, but nobody has spoken.
        NOTHING_HEARD,
        /// The user has cancelled the writing down of a recording.
        NOT_WRITTEN,
        /// A recording cannot be read.
        RECORDING
    }

    static DictationFailure of(Kind kind, @Nullable String details) {
        return new DictationFailure(kind, details == null ? "" : details, null);
    }

    DictationFailure with(@Nullable Path kept) {
        return new DictationFailure(kind, details, kept);
    }
}
