package dev.sayso.app.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// The tables, and how those of an earlier version become those of this one.
///
/// A moment is in microseconds since 1970, a length in nanoseconds. `entry.audio` is relative for
/// what lies in the recordings folder, so that the data folder can be moved. `entry.deleted` is
/// when an entry was marked, or null.
final class Schema {

    // secure-delete: what is deleted from the index is overwritten, not only marked
    private static final List<String> FIRST =
            List.of(
                    """
                    CREATE TABLE entry (
                      id INTEGER PRIMARY KEY AUTOINCREMENT,
                      kind TEXT NOT NULL CHECK (kind IN ('DICTATION', 'FILE')),
                      state TEXT NOT NULL CHECK (state IN ('OPEN', 'COMPLETE', 'BROKEN_OFF')),
                      created INTEGER NOT NULL,
                      deleted INTEGER,
                      length INTEGER NOT NULL,
                      title TEXT NOT NULL,
                      source TEXT,
                      audio TEXT,
                      model TEXT NOT NULL,
                      language TEXT,
                      preview TEXT NOT NULL
                    )""",
                    """
                    CREATE TABLE cue (
                      entry INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
                      position INTEGER NOT NULL,
                      start INTEGER NOT NULL,
                      end INTEGER NOT NULL,
                      text TEXT NOT NULL,
                      PRIMARY KEY (entry, position)
                    ) WITHOUT ROWID""",
                    "CREATE INDEX newest ON entry (created DESC, id DESC) WHERE deleted IS NULL",
                    """
                    CREATE INDEX newest_of_kind ON entry (kind, created DESC, id DESC)
                    WHERE deleted IS NULL""",
                    "CREATE INDEX marked ON entry (deleted) WHERE deleted IS NOT NULL",
                    "CREATE INDEX sound ON entry (audio) WHERE audio IS NOT NULL",
                    """
                    CREATE VIRTUAL TABLE words USING fts5 (
                      title, text,
                      tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3', columnsize = 0
                    )""",
                    "INSERT INTO words (words, rank) VALUES ('secure-delete', 1)");

    /// Each step makes the next version of the one before it; a published one never changes.
    private static final List<List<String>> STEPS = List.of(FIRST);

    private Schema() {}

    /// Runs within a transaction.
    static void migrate(Connection connection) throws SQLException {
        for (int version = version(connection); version < STEPS.size(); version++) {
            try (Statement statement = connection.createStatement()) {
                for (String sql : STEPS.get(version)) {
                    statement.execute(sql);
                }
                statement.execute("PRAGMA user_version = " + (version + 1));
            }
        }
    }

    /// @throws HistoryException when a newer program has been here
    static void refuseNewer(Connection connection, Path file)
            throws SQLException, HistoryException {
        int version = version(connection);
        if (version > STEPS.size()) {
            throw new HistoryException(
                    HistoryException.Reason.TOO_NEW,
                    file
                            + ": expected version "
                            + STEPS.size()
                            + " or older, found "
                            + version
                            + " of a newer program");
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA user_version")) {
            result.next();
            return result.getInt(1);
        }
    }
}
