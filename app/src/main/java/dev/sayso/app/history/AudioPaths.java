package dev.sayso.app.history;

import java.nio.file.Path;

/// How the place of a sound is written down: relative in the recordings folder, so that the data
/// folder can be moved or restored elsewhere; absolute anywhere else.
///
/// @param recordings absolute, normalised
record AudioPaths(Path recordings) {

    AudioPaths {
        recordings = recordings.toAbsolutePath().normalize();
    }

    String written(Path sound) {
        Path whole = sound.toAbsolutePath().normalize();
        return isOurs(whole) ? recordings.relativize(whole).toString() : whole.toString();
    }

    Path read(String written) {
        return recordings.resolve(written).normalize();
    }

    /// Whether the program made it, and may delete it.
    boolean isOurs(Path sound) {
        Path whole = sound.toAbsolutePath().normalize();
        return whole.startsWith(recordings) && !whole.equals(recordings);
    }
}
