package dev.sayso.app.history;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A [HistoryQuery] as SQL: what comes after `SELECT …`, and its values.
///
/// @param match in FTS5's language; null: any words
/// @param kind null: both
record Question(@Nullable String match, @Nullable EntryKind kind) {

    /// @return null when no entry can be the answer
    static @Nullable Question of(HistoryQuery query) {
        if (query.words().isBlank()) {
            return new Question(null, query.kind());
        }
        String match = SearchWords.match(query.words());
        return match == null ? null : new Question(match, query.kind());
    }

    String sql() {
        // the plus keeps SQLite to the order of time, so that it can stop after a page; looking up
        // each of ten thousand answers and sorting them takes ten times as long
        return " FROM entry WHERE deleted IS NULL"
                + (match == null ? "" : " AND +id IN (SELECT rowid FROM words WHERE words MATCH ?)")
                + (kind == null ? "" : " AND kind = ?");
    }

    /// @return the place of the next value
    int fill(PreparedStatement statement) throws SQLException {
        int next = 1;
        if (match != null) {
            statement.setString(next++, match);
        }
        if (kind != null) {
            statement.setString(next++, kind.name());
        }
        return next;
    }
}
