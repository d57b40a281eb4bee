package dev.sayso.app.files;

import java.nio.file.Path;
import java.util.List;

/// Something about the queue that no row can tell.
public sealed interface FileNotice {

    /// Files that were added are in the queue already.
    ///
    /// @param row one of them
    /// @param count how many they are
    record AlreadyThere(FileRow row, int count) implements FileNotice {}

    /// In what was added there is no audio or video.
    record NothingFound(List<Path> asked) implements FileNotice {}

    /// The queue of the last time could not be read.
    ///
    /// @param file where it lies now
    record QueueSetAside(Path file) implements FileNotice {}
}
