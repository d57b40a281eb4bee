package dev.sayso.app.files;

import dev.sayso.app.media.MediaException;
import dev.sayso.engine.ContextTooLongException;
import dev.sayso.engine.DamagedModelException;
import java.io.IOException;

/// Why a file has no transcript.
///
/// @param kind what a person is told, in their language
/// @param details names the file, what was expected and what was found
public record FileProblem(Kind kind, String details) {

    /// What is wrong, as far as it changes what to do.
    public enum Kind {
        /// There is no such file any more.
        MISSING,
        /// It may not be read.
        NO_PERMISSION,
        /// It has no bytes.
        EMPTY,
        /// It is no audio or video.
        NOT_MEDIA,
        /// It has no sound.
        NO_SOUND,
        /// It is broken.
        DAMAGED,
        /// The decoder cannot be loaded.
        NO_DECODER,
        /// The model cannot be opened or used.
        NO_MODEL,
        /// The context from the settings is longer than the model takes.
        CONTEXT,
        /// There was not enough memory.
        MEMORY,
        /// The text is there, but could not be written beside the file.
        NOT_WRITTEN,
        /// A fault in the program.
        FAULT
    }

    /// What stopped a file's work.
    static FileProblem of(Throwable thrown) {
        Kind kind =
                switch (thrown) {
                    case MediaException e -> of(e.kind());
                    case ModelFailedException _, DamagedModelException _ -> Kind.NO_MODEL;
                    case IOException _ -> Kind.DAMAGED;
                    case ContextTooLongException _ -> Kind.CONTEXT;
                    case OutOfMemoryError _ -> Kind.MEMORY;
                    default -> Kind.FAULT;
                };
        String message = thrown.getMessage();
        return new FileProblem(
                kind, kind == Kind.FAULT || message == null ? thrown.toString() : message);
    }

    private static Kind of(MediaException.Kind kind) {
        return switch (kind) {
            case MISSING -> Kind.MISSING;
            case NO_PERMISSION -> Kind.NO_PERMISSION;
            case EMPTY -> Kind.EMPTY;
            case NOT_MEDIA, FOLDER -> Kind.NOT_MEDIA;
            case NO_SOUND -> Kind.NO_SOUND;
            case DAMAGED, TOO_LONG -> Kind.DAMAGED;
            case NO_DECODER -> Kind.NO_DECODER;
        };
    }
}
