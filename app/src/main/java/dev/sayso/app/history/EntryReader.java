package dev.sayso.app.history;

import dev.sayso.app.transcript.Cue;
import dev.sayso.app.transcript.TranscriptDocument;
import dev.sayso.engine.Joint;
import dev.sayso.engine.Language;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads entries.
///
/// @param paths how places are written down
record EntryReader(AudioPaths paths) {

    private static final String COLUMNS =
            "id, kind, state, title, preview, created, length, model, language";

    /// The newest rows, or those that come after one.
    List<HistoryRow> page(
            Connection connection, HistoryQuery query, @Nullable HistoryRow after, int size)
            throws SQLException {
        Question question = Question.of(query);
        if (question == null) {
            return List.of();
        }
        List<HistoryRow> rows = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(pageSql(question, after != null))) {
            int next = question.fill(select);
            if (after != null) {
                select.setLong(next++, Entries.micros(after.created()));
                select.setLong(next++, after.id());
            }
            select.setInt(next, size);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    rows.add(row(result));
                }
            }
        }
        return rows;
    }

    static String pageSql(Question question, boolean after) {
        return "SELECT "
                + COLUMNS
                + question.sql()
                + (after ? " AND (created, id) < (?, ?)" : "")
                + " ORDER BY created DESC, id DESC LIMIT ?";
    }

    int count(Connection connection, HistoryQuery query) throws SQLException {
        Question question = Question.of(query);
        if (question == null) {
            return 0;
        }
        try (PreparedStatement select =
                connection.prepareStatement("SELECT count(*)" + question.sql())) {
            question.fill(select);
            try (ResultSet result = select.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }

    /// One entry, also one that is marked as deleted.
    Optional<HistoryEntry> entry(Connection connection, long id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT " + COLUMNS + ", source, audio FROM entry WHERE id = ?")) {
            select.setLong(1, id);
            try (ResultSet result = select.executeQuery()) {
                return result.next()
                        ? Optional.of(entry(result, cues(connection, id)))
                        : Optional.empty();
            }
        }
    }

    List<HistoryEntry> brokenOff(Connection connection) throws SQLException {
        List<HistoryEntry> found = new ArrayList<>();
        for (long id :
                Entries.ids(
                        connection,
                        """
                        SELECT id FROM entry WHERE state = 'BROKEN_OFF' AND deleted IS NULL
                        ORDER BY created DESC, id DESC""")) {
            entry(connection, id).ifPresent(found::add);
        }
        return found;
    }

    private HistoryEntry entry(ResultSet result, List<Cue> cues) throws SQLException {
        HistoryRow row = row(result);
        @Nullable String source = result.getString("source");
        @Nullable String audio = result.getString("audio");
        return new HistoryEntry(
                row.id(),
                row.kind(),
                row.state(),
                source == null ? null : Path.of(source),
                new TranscriptDocument(
                        row.title(),
                        audio == null ? null : paths.read(audio),
                        row.model(),
                        row.language(),
                        row.created(),
                        row.length(),
                        cues));
    }

    private static HistoryRow row(ResultSet result) throws SQLException {
        @Nullable String language = result.getString("language");
        long micros = result.getLong("created");
        return new HistoryRow(
                result.getLong("id"),
                EntryKind.valueOf(result.getString("kind")),
                EntryState.valueOf(result.getString("state")),
                result.getString("title"),
                result.getString("preview"),
                Instant.ofEpochSecond(
                        Math.floorDiv(micros, 1_000_000L),
                        Math.floorMod(micros, 1_000_000L) * 1_000L),
                Duration.ofNanos(result.getLong("length")),
                result.getString("model"),
                language == null ? null : Language.find(language).orElse(null));
    }

    static List<Cue> cues(Connection connection, long id) throws SQLException {
        List<Cue> cues = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT start, end, text FROM cue WHERE entry = ? ORDER BY position")) {
            select.setLong(1, id);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    cues.add(
                            new Cue(
                                    Duration.ofNanos(result.getLong(1)),
                                    Duration.ofNanos(result.getLong(2)),
                                    result.getString(3)));
                }
            }
        }
        return cues;
    }

    static String text(List<Cue> cues) {
        StringBuilder text = new StringBuilder();
        for (Cue cue : cues) {
            text.append(Joint.between(text, cue.text())).append(cue.text());
        }
        return text.toString();
    }
}
