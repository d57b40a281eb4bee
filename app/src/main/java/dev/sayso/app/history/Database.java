package dev.sayso.app.history;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/// An open database file with the tables of [Schema]. For one thread at a time.
final class Database implements AutoCloseable {

    /// Something done with a connection.
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /// Something changed by way of a connection.
    @FunctionalInterface
    interface Change {
        void run(Connection connection) throws SQLException;
    }

    private final Path file;
    private final Connection connection;

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /// Opens a database, makes it when it is not there, and brings it up to date.
    ///
    /// @throws HistoryException with the reason `DAMAGED` when it is none, or fails SQLite's check
    static Database open(Path file) throws IOException {
        createPrivate(file);
        SQLiteDataSource source = new SQLiteDataSource(config());
        source.setUrl("jdbc:sqlite:" + file);
        try {
            Database database = new Database(file, source.getConnection());
            try {
                database.prepare();
                return database;
            } catch (IOException | SQLException e) {
                database.closeQuietly();
                throw e;
            }
        } catch (SQLException e) {
            throw HistoryException.of(file, e);
        }
    }

    /// Nobody else is to read what the user said; SQLite's other files take after this one.
    private static void createPrivate(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (Files.exists(file)
                || !file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            return;
        }
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        // a commit is on the disk when it returns
        config.setSynchronous(SynchronousMode.FULL);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.setTempStore(TempStore.MEMORY);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(5_000);
        return config;
    }

    private void prepare() throws SQLException, IOException {
        Schema.refuseNewer(connection, file);
        execute("PRAGMA secure_delete = ON");
        String health = health();
        if (!health.equals("ok")) {
            throw new HistoryException(
                    HistoryException.Reason.DAMAGED,
                    file + ": expected a sound database, found: " + health);
        }
        change(Schema::migrate);
    }

    private String health() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
            return result.next() ? result.getString(1) : "no answer";
        }
    }

    /// Reads.
    <T> T read(Work<T> work) throws HistoryException {
        try {
            return work.run(connection);
        } catch (SQLException e) {
            throw HistoryException.of(file, e);
        }
    }

    /// Writes, and gives something back: all of it, or nothing.
    <T> T write(Work<T> work) throws HistoryException {
        try {
            connection.setAutoCommit(false);
            T result = work.run(connection);
            connection.commit();
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException e) {
            undo(e);
            throw HistoryException.of(file, e);
        } catch (RuntimeException e) {
            undo(e);
            throw e;
        }
    }

    /// A full disk ends a transaction by itself, and then there is none to take back.
    private void undo(Throwable why) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    /// Writes: all of it, or nothing.
    void change(Change change) throws HistoryException {
        write(
                inside -> {
                    change.run(inside);
                    return true;
                });
    }

    /// Moves all pages into the database, and empties the log: what was erased is then in neither.
    void settle() throws HistoryException {
        read(
                _ -> {
                    execute("PRAGMA wal_checkpoint(TRUNCATE)");
                    return true;
                });
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void closeQuietly() {
        try {
            connection.close();
        } catch (SQLException e) {
            // what made it unusable is on its way to the caller
            return;
        }
    }

    @Override
    public void close() throws HistoryException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw HistoryException.of(file, e);
        }
    }
}
