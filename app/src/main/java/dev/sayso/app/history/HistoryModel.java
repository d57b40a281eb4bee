package dev.sayso.app.history;

import dev.sayso.app.ui.Elsewhere;
import dev.sayso.app.ui.Messages;
import dev.sayso.app.ui.Problem;
import dev.sayso.engine.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the history shows: a list, and one of its texts. For the FX thread, but for
/// [#writeUnsaved].
public final class HistoryModel {

    /// Rows before the end at which the next page is asked for.
    private static final int AHEAD = 50;

    /// How long a deletion can be taken back.
    private static final Duration UNDO = Duration.ofMinutes(5);

    /// The text that is shown beside the list.
    ///
    /// @param sound what can be played; null when there is nothing any more
    public record Shown(HistoryEntry entry, @Nullable Path sound) {}

    private final HistoryStore store;
    private final HistoryActions actions;
    private final Elsewhere elsewhere;
    private final Executor fx;
    private final Messages words;
    private final HistoryRows rows;
    private final Autosave autosave;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Path> playing = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private Consumer<Boolean> arrival = _ -> {};
    private @Nullable Long selected;
    private boolean toldOfDamage;

    /// Loads nothing before [#refresh].
    ///
    /// @param elsewhere where the disk is waited for
    /// @param fx runs things on the FX thread
    /// @param words of this package
    public HistoryModel(
            HistoryStore store,
            HistoryActions actions,
            Elsewhere elsewhere,
            Executor fx,
            Messages words) {
        this.store = store;
        this.actions = actions;
        this.elsewhere = elsewhere;
        this.fx = fx;
        this.words = words;
        this.rows = new HistoryRows(store, elsewhere, this::failed, this::reloaded);
        this.autosave = new Autosave(store, elsewhere);
        store.onChange(() -> fx.execute(this::refresh));
    }

    /// The newest entries, as far as they were loaded.
    public ObservableList<HistoryRow> rows() {
        return rows.rows();
    }

    /// How many entries there are to be loaded.
    public ReadOnlyIntegerProperty total() {
        return rows.total();
    }

    /// What the list has to show.
    public ReadOnlyObjectProperty<ListState> state() {
        return rows.state();
    }

    /// The text beside the list, or null.
    public ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /// What is heard now, or null.
    public ReadOnlyObjectProperty<@Nullable Path> playing() {
        return playing.getReadOnlyProperty();
    }

    /// What went wrong last, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    /// What a text can be transcribed again with.
    public ObservableList<String> models() {
        return actions.models();
    }

    /// Asks for other entries.
    public void search(HistoryQuery query) {
        if (!query.equals(rows.query())) {
            rows.ask(query);
        }
    }

    /// Asks again; a change of the store does so by itself.
    public void refresh() {
        rows.refresh();
    }

    /// Loads the next page when this row is near the end of what was loaded.
    public void needs(int index) {
        if (index >= rows().size() - AHEAD) {
            rows.more();
        }
    }

    /// Whether the rows are just being brought up to date: what a list makes of its selection
    /// meanwhile is not what the user wants.
    boolean isChanging() {
        return rows.isChanging();
    }

    /// @param wanted is called when the rows are up to date; true: for the same question as before
    void onArrival(Consumer<Boolean> wanted) {
        arrival = wanted;
    }

    /// The entry that was selected last, or null.
    @Nullable Long selected() {
        return selected;
    }

    private void reloaded(boolean same) {
        arrival.accept(same);
        show(selected);
        if (!toldOfDamage) {
            elsewhere.run(store::setAside, this::tellOfDamage, this::failed);
        }
    }

    private void tellOfDamage(Optional<Path> aside) {
        if (aside.isPresent() && !toldOfDamage) {
            report(HistoryProblems.setAside(words, aside.get()));
        }
        toldOfDamage = true;
    }

    /// Shows a text; null for none.
    public void select(@Nullable HistoryRow row) {
        Long id = row == null ? null : (Long) row.id();
        if (!Objects.equals(id, selected)) {
            selected = id;
            stop();
            show(id);
        }
    }

    private void show(@Nullable Long id) {
        if (id == null) {
            shown.set(null);
            return;
        }
        elsewhere.run(
                () -> store.entry(id).map(HistoryModel::withSound),
                found -> {
                    if (id.equals(selected)) {
                        shown.set(found.orElse(null));
                    }
                },
                this::failed);
    }

    private static Shown withSound(HistoryEntry entry) {
        Path sound = entry.sound();
        return new Shown(entry, sound != null && Files.isRegularFile(sound) ? sound : null);
    }

    /// Opens the shown text in the editor, which saves it here.
    public void edit() {
        Shown now = shown.get();
        if (now != null) {
            long id = now.entry().id();
            actions.editor()
                    .open(
                            now.entry().document(),
                            edited -> autosave.save(id, edited, this::failed));
        }
    }

    /// Blocks until all edited texts are written: for the end of the program, not for the FX
    /// thread.
    public void writeUnsaved() throws IOException {
        autosave.writeAll();
    }

    /// Exports the shown text.
    public void export() {
        Shown now = shown.get();
        if (now != null) {
            actions.export().accept(now.entry().document());
        }
    }

    /// Plays the shown sound, or stops it.
    public void playOrStop() {
        if (playing.get() != null) {
            stop();
            return;
        }
        Shown now = shown.get();
        if (now != null && now.sound() != null) {
            Path sound = now.sound();
            playing.set(sound);
            actions.player().play(sound, () -> fx.execute(() -> ended(sound)));
        }
    }

    private void ended(Path sound) {
        if (sound.equals(playing.get())) {
            playing.set(null);
        }
    }

    private void stop() {
        if (playing.get() != null) {
            playing.set(null);
            actions.player().stop();
        }
    }

    /// Transcribes the shown sound once more.
    ///
    /// @param language null: the model finds out
    public void transcribeAgain(String model, @Nullable Language language) {
        Shown now = shown.get();
        if (now != null && now.sound() != null) {
            actions.again().start(now.entry(), model, language);
        }
    }

    /// Deletes entries, so that it can be taken back.
    ///
    /// @param done is called when that has happened
    public void delete(List<Long> ids, Runnable done) {
        stop();
        List<Long> wanted = List.copyOf(ids);
        elsewhere.run(
                () -> {
                    store.delete(wanted);
                    return true;
                },
                _ -> done.run(),
                this::failed);
    }

    /// Takes a deletion back.
    public void restore(List<Long> ids) {
        List<Long> wanted = List.copyOf(ids);
        elsewhere.run(
                () -> {
                    store.restore(wanted);
                    return true;
                },
                _ -> {},
                this::failed);
    }

    /// Erases everything, with the recordings.
    public void clear() {
        stop();
        elsewhere.run(store::clear, _ -> {}, this::failed);
    }

    /// Erases what is too old, and what was deleted a while ago: for the start, and every hour.
    ///
    /// @param keepDays 0: nothing is too old
    public void tidy(int keepDays) {
        elsewhere.run(() -> store.tidy(UNDO, keepDays), _ -> {}, this::failed);
    }

    /// Shows what went wrong; null for nothing.
    public void report(@Nullable Problem wrong) {
        problem.set(wrong);
    }

    private void failed(Throwable thrown) {
        report(HistoryProblems.of(words, thrown));
    }
}
