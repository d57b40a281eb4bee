package dev.sayso.app.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Deletes entries for good, and the recordings that no other entry plays.
///
/// The sound goes first: should the program end in between, the entry is still there to be erased
/// again, and no sound is left that nobody knows of.
///
/// @param entries writes
/// @param paths which sounds are the program's own
record Eraser(Entries entries, AudioPaths paths) {

    private record Sound(String written, Path file) {}

    /// @return how many are gone; one whose sound could not be deleted stays
    int erase(Database database, List<Long> ids) throws HistoryException {
        if (ids.isEmpty()) {
            return 0;
        }
        Set<Long> doomed = new HashSet<>(ids);
        List<Long> gone = new ArrayList<>();
        for (long id : ids) {
            Optional<Sound> sound = database.read(inside -> sound(inside, id));
            if (sound.isEmpty() || mayGo(database, sound.get(), doomed)) {
                gone.add(id);
            }
        }
        database.change(inside -> entries.erase(inside, gone));
        database.settle();
        return gone.size();
    }

    private static boolean mayGo(Database database, Sound sound, Set<Long> doomed)
            throws HistoryException {
        return database.read(inside -> isPlayedByOthers(inside, sound, doomed))
                || deleted(sound.file());
    }

    private Optional<Sound> sound(Connection connection, long id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT audio FROM entry WHERE id = ? AND kind = 'DICTATION'")) {
            select.setLong(1, id);
            try (ResultSet result = select.executeQuery()) {
                @Nullable String written = result.next() ? result.getString(1) : null;
                if (written == null || !paths.isOurs(paths.read(written))) {
                    return Optional.empty();
                }
                return Optional.of(new Sound(written, paths.read(written)));
            }
        }
    }

    private static boolean isPlayedByOthers(Connection connection, Sound sound, Set<Long> doomed)
            throws SQLException {
        return !doomed.containsAll(
                Entries.ids(connection, "SELECT id FROM entry WHERE audio = ?", sound.written()));
    }

    private static boolean deleted(Path file) {
        try {
            Files.deleteIfExists(file);
            return true;
        } catch (IOException e) {
            // it is being played, say; the next time will do
            return false;
        }
    }
}
