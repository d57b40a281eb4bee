package dev.sayso.app.history;

import dev.sayso.app.folders.AppFolders;
import dev.sayso.app.transcript.Cue;
import dev.sayso.app.transcript.TranscriptDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The texts that were kept, in `history.db`.
///
/// The first call opens the database, or makes it. A damaged one is moved aside, and a new one
/// takes its place ([#setAside]). Every call blocks: none belongs on the FX thread. Any number of
/// threads may call; one is served at a time.
///
/// Every call throws an [IOException] (mostly a [HistoryException]) when the database cannot do
/// what is asked; what it had before, it still has, and the next call tries again.
public final class HistoryStore implements AutoCloseable {

    private final AppFolders folders;
    private final BooleanSupplier privateMode;
    private final Clock clock;
    private final Entries entries;
    private final EntryReader reader;
    private final Eraser eraser;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Database database;
    private @Nullable Path setAside;
    private boolean closed;

    /// Opens nothing yet.
    ///
    /// @param privateMode asked from any thread, whenever something is to be kept
    public HistoryStore(AppFolders folders, BooleanSupplier privateMode, Clock clock) {
        this.folders = folders;
        this.privateMode = privateMode;
        this.clock = clock;
        AudioPaths paths = new AudioPaths(folders.recordings());
        this.entries = new Entries(paths);
        this.reader = new EntryReader(paths);
        this.eraser = new Eraser(entries, paths);
    }

    /// Something done with the database.
    @FunctionalInterface
    interface Use<T> {
        T of(Database database) throws IOException;
    }

    /// The one way in: one caller at a time, and an open database.
    <T> T use(Use<T> use) throws IOException {
        lock.lock();
        try {
            return use.of(open());
        } finally {
            lock.unlock();
        }
    }

    private void change(Database.Change change) throws IOException {
        use(
                open -> {
                    open.change(change);
                    return true;
                });
    }

    private Database open() throws IOException {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        Database open = database;
        if (open == null) {
            SqliteLibrary.unpackInto(folders.cache());
            open = openOrReplace(folders.history());
            open.change(entries::breakOffOpen);
            database = open;
        }
        return open;
    }

    private Database openOrReplace(Path file) throws IOException {
        try {
            return Database.open(file);
        } catch (HistoryException e) {
            if (e.reason() != HistoryException.Reason.DAMAGED) {
                throw e;
            }
            setAside = SetAside.move(file, clock.instant());
            return Database.open(file);
        }
    }

    /// Where the damaged database is now, if this run of the program has found one.
    public Optional<Path> setAside() throws IOException {
        return use(_ -> Optional.ofNullable(setAside));
    }

    /// @param changed is called after each change of what a list shows, on the thread that made it
    public void onChange(Runnable changed) {
        listeners.add(changed);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    /// Begins an entry whose text will come in pieces.
    ///
    /// @param document what is known by now; usually without cues
    /// @param source the file it is made from; null for a dictation
    public OpenEntry begin(EntryKind kind, TranscriptDocument document, @Nullable Path source)
            throws IOException {
        OptionalLong id = insert(kind, EntryState.OPEN, document, source);
        return id.isPresent() ? new StoredEntry(this, id.getAsLong()) : new UnkeptEntry();
    }

    /// Keeps a whole text.
    ///
    /// @param source the file it was made from; null for a dictation
    /// @return empty in private mode, where nothing is kept
    public OptionalLong add(EntryKind kind, TranscriptDocument document, @Nullable Path source)
            throws IOException {
        return insert(kind, EntryState.COMPLETE, document, source);
    }

    private OptionalLong insert(
            EntryKind kind, EntryState state, TranscriptDocument document, @Nullable Path source)
            throws IOException {
        if (privateMode.getAsBoolean()) {
            return OptionalLong.empty();
        }
        long id = use(open -> open.write(in -> entries.insert(in, kind, state, source, document)));
        tell();
        return OptionalLong.of(id);
    }

    void append(long id, Cue cue) throws IOException {
        change(inside -> entries.append(inside, id, cue));
    }

    void discard(long id) throws IOException {
        change(
                inside -> {
                    entries.breakOff(inside, id);
                    entries.mark(inside, List.of(id), clock.instant());
                });
        tell();
    }

    /// Ends an open entry; private mode that was switched on meanwhile erases it.
    void finish(long id, TranscriptDocument document) throws IOException {
        if (privateMode.getAsBoolean()) {
            use(
                    open -> {
                        open.change(inside -> entries.erase(inside, List.of(id)));
                        open.settle();
                        return true;
                    });
            tell();
        } else {
            update(id, document);
        }
    }

    /// Replaces a text, as after an edit; it is complete then.
    ///
    /// @return false when the entry is not there any more
    public boolean update(long id, TranscriptDocument document) throws IOException {
        boolean found =
                use(
                        open ->
                                open.write(
                                        in ->
                                                entries.replace(
                                                        in, id, EntryState.COMPLETE, document)));
        tell();
        return found;
    }

    /// Rows, newest first.
    ///
    /// @param after the last row of the page before; null for the first page
    public List<HistoryRow> page(HistoryQuery query, @Nullable HistoryRow after, int size)
            throws IOException {
        return use(open -> open.read(inside -> reader.page(inside, query, after, size)));
    }

    /// How many rows all pages have together.
    public int count(HistoryQuery query) throws IOException {
        return use(open -> open.read(inside -> reader.count(inside, query)));
    }

    /// One entry; also a deleted one, as long as that can be taken back.
    public Optional<HistoryEntry> entry(long id) throws IOException {
        return use(open -> open.read(inside -> reader.entry(inside, id)));
    }

    /// The entries that a killed program has left without an end, newest first.
    public List<HistoryEntry> brokenOff() throws IOException {
        return use(open -> open.read(reader::brokenOff));
    }

    /// Marks entries as deleted: no list shows them, until [#restore].
    public void delete(Collection<Long> ids) throws IOException {
        change(inside -> entries.mark(inside, ids, clock.instant()));
        tell();
    }

    /// Takes a [#delete] back.
    public void restore(Collection<Long> ids) throws IOException {
        change(inside -> entries.unmark(inside, ids));
        tell();
    }

    /// Erases everything but what is being written, with the recordings of dictations.
    ///
    /// @return how many entries are gone
    public int clear() throws IOException {
        return erase("SELECT id FROM entry WHERE state <> 'OPEN'");
    }

    /// Erases entries that were deleted a while ago, and those that are too old, with the
    /// recordings of dictations.
    ///
    /// @param undo how long a deletion can be taken back
    /// @param keepDays age at which an entry is erased; 0: never
    /// @return how many entries are gone
    public int tidy(Duration undo, int keepDays) throws IOException {
        Instant now = clock.instant();
        int gone =
                erase("SELECT id FROM entry WHERE deleted <= ?", Entries.micros(now.minus(undo)));
        if (keepDays > 0) {
            gone +=
                    erase(
                            "SELECT id FROM entry WHERE state <> 'OPEN' AND created <= ?",
                            Entries.micros(now.minus(Duration.ofDays(keepDays))));
        }
        return gone;
    }

    private int erase(String which, Object... values) throws IOException {
        int gone =
                use(
                        open ->
                                eraser.erase(
                                        open,
                                        open.read(inside -> Entries.ids(inside, which, values))));
        if (gone > 0) {
            tell();
        }
        return gone;
    }

    /// Ends; a call that waits fails with an [IllegalStateException].
    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            closed = true;
            Database open = database;
            database = null;
            if (open != null) {
                open.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
