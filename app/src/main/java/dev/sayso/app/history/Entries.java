package dev.sayso.app.history;

import dev.sayso.app.transcript.Cue;
import dev.sayso.app.transcript.TranscriptDocument;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes entries; each call is part of a transaction.
///
/// @param paths how places are written down
record Entries(AudioPaths paths) {

    private static final int PREVIEW = 160;

    long insert(
            Connection connection,
            EntryKind kind,
            EntryState state,
            @Nullable Path source,
            TranscriptDocument document)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        """
                        INSERT INTO entry
                          (kind, state, source, created, length, title, audio, model, language, preview)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                        Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, kind.name());
            insert.setString(2, state.name());
            insert.setString(3, source == null ? null : source.toAbsolutePath().toString());
            describe(insert, 4, document);
            insert.executeUpdate();
            long id = key(insert);
            insertCues(connection, id, document.cues());
            index(connection, id, document.title(), document.text());
            return id;
        }
    }

    private static long key(Statement insert) throws SQLException {
        try (ResultSet keys = insert.getGeneratedKeys()) {
            keys.next();
            return keys.getLong(1);
        }
    }

    /// Replaces everything but kind and source.
    ///
    /// @return false when there is no such entry
    boolean replace(Connection connection, long id, EntryState state, TranscriptDocument document)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        """
                        UPDATE entry SET state = ?, created = ?, length = ?, title = ?, audio = ?,
                          model = ?, language = ?, preview = ?
                        WHERE id = ?""")) {
            update.setString(1, state.name());
            describe(update, 2, document);
            update.setLong(9, id);
            if (update.executeUpdate() == 0) {
                return false;
            }
        }
        change(connection, "DELETE FROM cue WHERE entry = ?", id);
        insertCues(connection, id, document.cues());
        index(connection, id, document.title(), document.text());
        return true;
    }

    /// Seven columns: created, length, title, audio, model, language, preview.
    private void describe(PreparedStatement statement, int first, TranscriptDocument document)
            throws SQLException {
        statement.setLong(first, micros(document.created()));
        statement.setLong(first + 1, document.length().toNanos());
        statement.setString(first + 2, document.title());
        Path audio = document.audio();
        statement.setString(first + 3, audio == null ? null : paths.written(audio));
        statement.setString(first + 4, document.model());
        if (document.language() == null) {
            statement.setNull(first + 5, Types.VARCHAR);
        } else {
            statement.setString(first + 5, document.language().code());
        }
        statement.setString(first + 6, preview(document.text()));
    }

    /// Adds a cue to the end. The index learns of it when the entry ends.
    void append(Connection connection, long id, Cue cue) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        """
                        INSERT INTO cue (entry, position, start, end, text)
                        SELECT id, ?, ?, ?, ? FROM entry WHERE id = ?""")) {
            insert.setLong(1, nextPosition(connection, id));
            insert.setLong(2, cue.start().toNanos());
            insert.setLong(3, cue.end().toNanos());
            insert.setString(4, cue.text());
            insert.setLong(5, id);
            insert.executeUpdate();
        }
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE entry SET length = max(length, ?) WHERE id = ?")) {
            update.setLong(1, cue.end().toNanos());
            update.setLong(2, id);
            update.executeUpdate();
        }
        if (string(connection, "SELECT preview FROM entry WHERE id = ?", id).length()
                < PREVIEW / 2) {
            preview(connection, id, text(connection, id));
        }
    }

    private static long nextPosition(Connection connection, long id) throws SQLException {
        return ids(
                        connection,
                        "SELECT coalesce(max(position), -1) + 1 FROM cue WHERE entry = ?",
                        id)
                .getFirst();
    }

    private static void preview(Connection connection, long id, String text) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE entry SET preview = ? WHERE id = ?")) {
            update.setString(1, preview(text));
            update.setLong(2, id);
            update.executeUpdate();
        }
    }

    private static String text(Connection connection, long id) throws SQLException {
        return EntryReader.text(EntryReader.cues(connection, id));
    }

    /// Ends what an earlier run of the program has left open.
    void breakOffOpen(Connection connection) throws SQLException {
        for (long id : ids(connection, "SELECT id FROM entry WHERE state = 'OPEN'")) {
            breakOff(connection, id);
        }
    }

    /// Ends an entry as it is, and makes it findable.
    void breakOff(Connection connection, long id) throws SQLException {
        change(connection, "UPDATE entry SET state = 'BROKEN_OFF' WHERE id = ?", id);
        String title = string(connection, "SELECT title FROM entry WHERE id = ?", id);
        index(connection, id, title, text(connection, id));
    }

    private static String string(Connection connection, String sql, long id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, id);
            try (ResultSet result = select.executeQuery()) {
                return result.next() ? result.getString(1) : "";
            }
        }
    }

    /// Marks entries as deleted.
    void mark(Connection connection, Iterable<Long> ids, Instant now) throws SQLException {
        for (long id : ids) {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE entry SET deleted = ? WHERE id = ?")) {
                update.setLong(1, micros(now));
                update.setLong(2, id);
                update.executeUpdate();
            }
        }
    }

    /// Takes the marks back.
    void unmark(Connection connection, Iterable<Long> ids) throws SQLException {
        for (long id : ids) {
            change(connection, "UPDATE entry SET deleted = NULL WHERE id = ?", id);
        }
    }

    /// Deletes entries for good.
    void erase(Connection connection, Iterable<Long> ids) throws SQLException {
        for (long id : ids) {
            change(connection, "DELETE FROM words WHERE rowid = ?", id);
            change(connection, "DELETE FROM entry WHERE id = ?", id);
        }
    }

    private static void insertCues(Connection connection, long id, List<Cue> cues)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO cue (entry, position, start, end, text)"
                                + " VALUES (?, ?, ?, ?, ?)")) {
            insert.setLong(1, id);
            int position = 0;
            for (Cue cue : cues) {
                insert.setInt(2, position++);
                insert.setLong(3, cue.start().toNanos());
                insert.setLong(4, cue.end().toNanos());
                insert.setString(5, cue.text());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void index(Connection connection, long id, String title, String text)
            throws SQLException {
        change(connection, "DELETE FROM words WHERE rowid = ?", id);
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setString(2, SearchWords.indexed(title));
            insert.setString(3, SearchWords.indexed(text));
            insert.executeUpdate();
        }
    }

    private static void change(Connection connection, String sql, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            statement.executeUpdate();
        }
    }

    static List<Long> ids(Connection connection, String sql, Object... values) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    ids.add(result.getLong(1));
                }
            }
        }
        return ids;
    }

    static long micros(Instant moment) {
        return Math.addExact(
                Math.multiplyExact(moment.getEpochSecond(), 1_000_000L), moment.getNano() / 1_000);
    }

    private static String preview(String text) {
        String line = text.substring(0, Math.min(text.length(), 2 * PREVIEW)).strip();
        line = line.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= PREVIEW
                ? line
                : line.substring(0, line.offsetByCodePoints(0, PREVIEW)).strip();
    }
}
