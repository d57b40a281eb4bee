package dev.sayso.app.media;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A file whose sound cannot be had. The message names it, what was expected and what was found.
public final class MediaException extends IOException {
    private static final long serialVersionUID = 1;

    /// What is wrong, as far as it changes what a person can do about it.
    public enum Kind {
        /// There is no such file.
        MISSING,
        /// It is a folder.
        FOLDER,
        /// It may not be read.
        NO_PERMISSION,
        /// It has no bytes.
        EMPTY,
        /// It is no audio or video, or of a kind that is not read.
        NOT_MEDIA,
        /// It has no sound.
        NO_SOUND,
        /// It is broken, or the disk is.
        DAMAGED,
        /// It is longer than what can be taken at once.
        TOO_LONG,
        /// FFmpeg cannot be loaded on this machine.
        NO_DECODER
    }

    private final Kind kind;

    MediaException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /// @param message *file: what was expected, what was found*
    public MediaException(Kind kind, String message) {
        this(kind, message, null);
    }

    /// What is wrong.
    public Kind kind() {
        return kind;
    }
}
