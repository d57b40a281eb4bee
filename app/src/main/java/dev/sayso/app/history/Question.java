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
        // CROSS JOIN: the index is asked first, then its answers are looked up
        return (match == null
                        ? " FROM entry WHERE deleted IS NULL"
                        : " FROM (SELECT rowid AS found FROM words WHERE words MATCH ?)"
                                + " CROSS JOIN entry ON id = found WHERE deleted IS NULL")
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
