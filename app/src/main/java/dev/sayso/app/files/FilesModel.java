package dev.sayso.app.files;

import dev.sayso.app.recognition.ModelWish;
import dev.sayso.app.replacements.Replacements;
import dev.sayso.app.settings.Settings;
import dev.sayso.app.settings.SettingsModel;
import dev.sayso.engine.Hints;
import dev.sayso.engine.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The queue of files: one after the other, at once, and none stops the rest. Used on the FX thread
/// only.
public final class FilesModel implements AutoCloseable {

    /// Text comes in pieces of this length, and no more is lost when the program ends. Each is a
    /// cue for a start, and the small model hears no long sound well.
    private static final Duration STRETCH = Duration.ofSeconds(15);

    private final FileWork work;
    private final Function<String, ModelWish> wishes;
    private final SettingsModel settings;
    private final QueueStore store;
    private final FileOutlets outlets;
    private final Executor fx;
    private final FileFinder finder;
    private final ObservableList<FileRow> rows = FXCollections.observableArrayList();
    // one for all: its listeners are gone when nobody holds it any more
    private final ObservableList<FileRow> rowsToSee =
            FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyObjectWrapper<@Nullable FileNotice> notice =
            new ReadOnlyObjectWrapper<>();
    private @Nullable FileJob current;
    private boolean restored;
    private boolean closed;

    /// Nothing is read yet, see [#restore].
    ///
    /// @param wishes the model to open for the name a row has chosen; empty: as in the settings
    /// @param fx runs on the FX thread, in order
    public FilesModel(
            FileWork work,
            Function<String, ModelWish> wishes,
            SettingsModel settings,
            QueueStore store,
            FileOutlets outlets,
            Executor fx) {
        this.work = work;
        this.wishes = wishes;
        this.settings = settings;
        this.store = store;
        this.outlets = outlets;
        this.fx = fx;
        this.finder = new FileFinder(fx);
    }

    /// The files, oldest first.
    public ObservableList<FileRow> rows() {
        return rowsToSee;
    }

    /// The last thing that is worth a word, besides the rows; null at first.
    public ReadOnlyObjectProperty<@Nullable FileNotice> notice() {
        return notice.getReadOnlyProperty();
    }

    /// Goes on with what an earlier run of the program has left.
    public void restore() {
        finder.restore(
                store,
                found -> {
                    if (found.setAside() != null) {
                        notice.set(new FileNotice.QueueSetAside(found.setAside()));
                    }
                    // what was dropped in the meantime comes after
                    List<FileRow> earlier =
                            found.files().stream()
                                    .filter(kept -> row(kept.file()) == null)
                                    .map(FileRow::new)
                                    .toList();
                    rows.addAll(0, earlier);
                    restored = true;
                    changed();
                    next();
                });
    }

    /// Takes files and folders into the queue, and begins. Folders are searched for media; a file
    /// is tried whatever its name.
    public void add(List<Path> files) {
        finder.find(files, this::added);
    }

    /// Takes one file into the queue, or takes it up anew, with a language and model of its own.
    public void add(Path file, FileChoice choice) {
        FileRow row = row(file);
        if (row == null) {
            row = new FileRow(FileRecord.waiting(file));
            rows.add(row);
        } else if (row.state().get() == FileState.DONE) {
            row.fromTheStart();
        }
        choose(row, choice);
        retry(row);
        changed();
        next();
    }

    private void added(FileFinder.Found found) {
        int twice = 0;
        FileRow known = null;
        for (Path file : found.files()) {
            FileRow row = row(file);
            if (row == null) {
                rows.add(new FileRow(FileRecord.waiting(file)));
            } else if (row.state().get() == FileState.FAILED
                    || row.state().get() == FileState.CANCELLED) {
                row.again();
            } else {
                known = row;
                twice++;
            }
        }
        if (twice > 0 && known != null) {
            notice.set(new FileNotice.AlreadyThere(known, twice));
        } else if (found.files().isEmpty()) {
            notice.set(new FileNotice.NothingFound(found.asked()));
        }
        changed();
        next();
    }

    private @Nullable FileRow row(Path file) {
        for (FileRow row : rows) {
            if (row.file().equals(file)) {
                return row;
            }
        }
        return null;
    }

    /// Ends a file's work, or takes back its turn; what is committed stays.
    public void cancel(FileRow row) {
        FileJob job = current;
        if (job != null && job.row() == row) {
            current = null;
            job.cancel();
        }
        if (!row.state().get().isOver()) {
            row.enter(FileState.CANCELLED);
        }
        changed();
        next();
    }

    /// Cancels what is not over.
    public void cancelAll() {
        // the waiting ones first, so that none begins in between
        for (FileRow row : rows) {
            if (row.state().get() == FileState.WAITING) {
                row.enter(FileState.CANCELLED);
            }
        }
        FileJob job = current;
        if (job != null) {
            cancel(job.row());
        }
        changed();
    }

    /// Does a file again: goes on where it was cancelled or failed; from the start when it was
    /// done.
    public void retry(FileRow row) {
        if (!row.state().get().isOver()) {
            return;
        }
        if (row.state().get() == FileState.DONE) {
            row.fromTheStart();
        } else {
            row.again();
        }
        changed();
        next();
    }

    /// Gives a file its own language or model. Text that was heard otherwise is heard again.
    public void choose(FileRow row, FileChoice choice) {
        if (choice.equals(row.choice().get())) {
            return;
        }
        boolean working = row.state().get().isWorking();
        if (working) {
            cancel(row);
        }
        row.choose(choice);
        if (working || row.state().get().isOver() || !row.segments().isEmpty()) {
            row.fromTheStart();
        }
        changed();
        next();
    }

    /// Takes a file out of the queue; the file itself stays.
    public void remove(FileRow row) {
        cancel(row);
        rows.remove(row);
        changed();
    }

    /// Takes all finished files out of the queue.
    public void clearFinished() {
        rows.removeIf(row -> row.state().get() == FileState.DONE);
        changed();
    }

    private void next() {
        if (closed || current != null) {
            return;
        }
        for (FileRow row : rows) {
            if (row.state().get() == FileState.WAITING) {
                start(row);
                return;
            }
        }
    }

    private void start(FileRow row) {
        Settings now = settings.get();
        FileJob job = new FileJob(row, fx, this::changed, this::over);
        current = job;
        row.enter(FileState.READING);
        FileTask task =
                new FileTask(
                        row.file(),
                        wishes.apply(row.choice().get().model()),
                        hints(now, row.choice().get().language()),
                        new Replacements(now.transcription().replacements()),
                        row.settled());
        job.start(work, task, outlets.beside(), now.files());
    }

    private static Hints hints(Settings settings, @Nullable Language language) {
        return Hints.none()
                .withLanguage(language == null ? settings.transcription().language() : language)
                .withContext(settings.transcription().context())
                .withStretch(STRETCH)
                .withSkipSilence(true);
    }

    /// A job has ended, not by [#cancel].
    private void over(FileJob job) {
        if (current != job) {
            return;
        }
        current = null;
        changed();
        if (job.row().state().get() == FileState.DONE) {
            outlets.finished().accept(job.row().result().transcript());
        }
        next();
    }

    private void changed() {
        // before, what was kept has not been read
        if (!closed && restored) {
            store.save(rows.stream().map(FileRow::record).toList());
        }
    }

    /// Ends the work at hand; the queue is kept, and goes on with the next start.
    @Override
    public void close() {
        changed();
        closed = true;
        FileJob job = current;
        current = null;
        if (job != null) {
            job.cancel();
        }
        store.flush();
    }
}
