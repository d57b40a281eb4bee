package dev.sayso.app.files;

import dev.sayso.app.files.FileRecord.Result;
import dev.sayso.app.transcript.Cue;
import dev.sayso.app.transcript.TranscriptDocument;
import dev.sayso.engine.Language;
import dev.sayso.engine.Transcript.Segment;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A file of the queue, as it is shown. Lives on the FX thread; changed by its [FilesModel] only.
public final class FileRow {

    private final Path file;
    private final ReadOnlyObjectWrapper<FileChoice> choice;
    private final ReadOnlyObjectWrapper<FileState> state;
    private final ReadOnlyObjectWrapper<@Nullable Duration> length;
    private final ReadOnlyObjectWrapper<Duration> position;
    private final ReadOnlyObjectWrapper<@Nullable FileProblem> problem;
    private final ReadOnlyDoubleWrapper timesRealTime = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper tentative = new ReadOnlyStringWrapper("");
    private final ObservableList<Segment> segments = FXCollections.observableArrayList();
    private final ObservableList<String> notes = FXCollections.observableArrayList();
    // kept, since their listeners are gone when nobody holds them any more
    private final ObservableList<Segment> segmentsToSee =
            FXCollections.unmodifiableObservableList(segments);
    private final ObservableList<String> notesToSee =
            FXCollections.unmodifiableObservableList(notes);
    private Duration settled;
    private @Nullable Result result;
    private @Nullable FileRecord kept;

    FileRow(FileRecord earlier) {
        file = earlier.file();
        choice = new ReadOnlyObjectWrapper<>(earlier.choice());
        state = new ReadOnlyObjectWrapper<>(earlier.state());
        length = new ReadOnlyObjectWrapper<>(earlier.length());
        position = new ReadOnlyObjectWrapper<>(earlier.reached());
        problem = new ReadOnlyObjectWrapper<>(earlier.problem());
        segments.setAll(earlier.segments());
        notes.setAll(earlier.notes());
        settled = earlier.reached();
        result = earlier.result();
    }

    /// Absolute.
    public Path file() {
        return file;
    }

    /// The file's own name.
    public String name() {
        return Objects.requireNonNullElse(file.getFileName(), file).toString();
    }

    public ReadOnlyObjectProperty<FileChoice> choice() {
        return choice.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<FileState> state() {
        return state.getReadOnlyProperty();
    }

    /// Of the sound; null when not known yet.
    public ReadOnlyObjectProperty<@Nullable Duration> length() {
        return length.getReadOnlyProperty();
    }

    /// How far its work is, in the file's time.
    public ReadOnlyObjectProperty<Duration> position() {
        return position.getReadOnlyProperty();
    }

    /// Seconds of sound done in a second of work; 0 when not measured yet.
    public ReadOnlyDoubleProperty timesRealTime() {
        return timesRealTime.getReadOnlyProperty();
    }

    /// Null when there is none.
    public ReadOnlyObjectProperty<@Nullable FileProblem> problem() {
        return problem.getReadOnlyProperty();
    }

    /// The committed text.
    public ObservableList<Segment> segments() {
        return segmentsToSee;
    }

    /// The text after the committed one, which may still change.
    public ReadOnlyStringProperty tentative() {
        return tentative.getReadOnlyProperty();
    }

    /// What was odd, one sentence each.
    public ObservableList<String> notes() {
        return notesToSee;
    }

    /// From 0 to 1; negative when nobody knows.
    public double progress() {
        if (state.get() == FileState.DONE) {
            return 1;
        }
        Duration all = length.get();
        return all == null || all.isZero()
                ? -1
                : Math.min(1, (double) position.get().toNanos() / all.toNanos());
    }

    /// How long its work will take, by the speed so far; null when not known.
    public @Nullable Duration timeLeft() {
        Duration all = length.get();
        double speed = timesRealTime.get();
        if (all == null || speed <= 0 || !state.get().isWorking()) {
            return null;
        }
        long left = Math.max(0, all.minus(position.get()).toMillis());
        return Duration.ofMillis(Math.round(left / speed));
    }

    /// Its transcript, as far as it goes.
    public FileResult result() {
        Duration all = length.get();
        Result by = result;
        Language language =
                segments.stream()
                        .map(Segment::language)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        List<Cue> cues =
                segments.stream()
                        .map(segment -> new Cue(segment.start(), segment.end(), segment.text()))
                        .toList();
        return new FileResult(
                file,
                new TranscriptDocument(
                        name(),
                        file,
                        by == null ? "" : by.model(),
                        language,
                        by == null ? Instant.now() : by.created(),
                        all == null ? settled : all,
                        cues));
    }

    /// Up to where its text needs no second hearing.
    Duration settled() {
        return settled;
    }

    void choose(FileChoice wanted) {
        choice.set(wanted);
        kept = null;
    }

    void enter(FileState next) {
        if (!next.isWorking() || next == FileState.YIELDING) {
            tentative.set("");
        }
        if (next.isOver()) {
            timesRealTime.set(0);
        }
        state.set(next);
        kept = null;
    }

    void fail(FileProblem why) {
        problem.set(why);
        enter(FileState.FAILED);
    }

    void notWritten(String reason) {
        problem.set(new FileProblem(FileProblem.Kind.NOT_WRITTEN, reason));
        kept = null;
    }

    void length(@Nullable Duration wanted) {
        if (wanted != null) {
            length.set(wanted);
            kept = null;
        }
    }

    void commit(Segment segment, String model) {
        if (result == null) {
            result = new Result(model, Instant.now());
        }
        tentative.set("");
        segments.add(segment);
        kept = null;
        settle(segment.end());
    }

    void tentative(String text) {
        tentative.set(text);
    }

    void settle(Duration to) {
        if (to.compareTo(settled) > 0) {
            settled = to;
            kept = null;
        }
        move(to);
    }

    void move(Duration to) {
        if (to.compareTo(position.get()) > 0) {
            position.set(to);
        }
    }

    void speed(double times) {
        timesRealTime.set(times);
    }

    void note(String sentence) {
        if (!notes.contains(sentence)) {
            notes.add(sentence);
            kept = null;
        }
    }

    /// Forgets what went wrong, but no text.
    void again() {
        problem.set(null);
        notes.clear();
        enter(FileState.WAITING);
    }

    /// Forgets the text, too.
    void fromTheStart() {
        segments.clear();
        settled = Duration.ZERO;
        position.set(Duration.ZERO);
        result = null;
        again();
    }

    /// What is kept of it; the same value until something changes.
    FileRecord record() {
        FileRecord same = kept;
        if (same != null) {
            return same;
        }
        FileState now = state.get();
        FileRecord fresh =
                new FileRecord(
                        file,
                        choice.get(),
                        now.isWorking() ? FileState.WAITING : now,
                        length.get(),
                        settled,
                        segments,
                        result,
                        problem.get(),
                        notes);
        kept = fresh;
        return fresh;
    }
}
