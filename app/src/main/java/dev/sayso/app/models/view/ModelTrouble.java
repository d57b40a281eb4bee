package dev.sayso.app.models.view;

import dev.sayso.app.models.download.DownloadException;

/// Something that went wrong with a model; the words are the view's.
///
/// @param kind what it is
/// @param model the model's name, or the folder's
/// @param details for someone who helps
public record ModelTrouble(Kind kind, String model, String details) {

    /// What went wrong: the reasons of [DownloadException], and others.
    public enum Kind {
        OFFLINE,
        DROPPED,
        STALLED,
        SERVER,
        BUSY,
        NOT_FOUND,
        REFUSED,
        PROXY,
        CERTIFICATE,
        REDIRECT,
        LISTING,
        LENGTH,
        CHECKSUM,
        DISK_FULL,
        DISK,
        ELSEWHERE,
        EXISTS,
        ADDRESS,
        /// A run is using the model.
        IN_USE,
        /// Its files cannot be deleted or moved.
        DELETE,
        /// A folder that was chosen holds no model.
        NO_MODEL,
        /// The models' folder cannot be read.
        READ
    }

    static ModelTrouble of(String model, DownloadException failure) {
        return new ModelTrouble(
                Kind.valueOf(failure.reason().name()), model, String.valueOf(failure.getMessage()));
    }
}
