package dev.sayso.app.editor;

import dev.sayso.app.transcript.Cue;
import dev.sayso.app.transcript.TranscriptDocument;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A document that is open for editing. Lives on the FX thread.
///
/// The caret is in one cue, the current one; a selection reaches from another cue to it. An index
/// of a cue is only good until the next edit.
public final class EditorModel {

    /// More changed cues than this are told as a new list.
    private static final int MOST_SINGLE_CHANGES = 64;

    private static final Duration INSERTED_LENGTH = Duration.ofSeconds(2);
    private static final Duration LEAST_ROOM = Duration.ofMillis(100);

    private final CueList list;
    private final boolean estimated;
    private final ReadOnlyObjectWrapper<TranscriptDocument> document;
    private final ObservableList<Cue> cues;
    // one for all: its listeners are gone when nobody holds it any more
    private final ObservableList<Cue> cuesToSee;
    private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyObjectWrapper<CueRange> selection =
            new ReadOnlyObjectWrapper<>(CueRange.NONE);
    private final ReadOnlyObjectWrapper<CaretPlace> caret;
    private final ReadOnlyIntegerWrapper playingCue = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyIntegerWrapper words = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final Autosave autosave;
    private final EditorAudio audio;
    private final FindModel find;

    /// @param estimatedTimes whether the times are those of stretches, and not of words
    public EditorModel(TranscriptDocument opened, boolean estimatedTimes, EditorTools tools) {
        list = new CueList(opened.cues());
        estimated = estimatedTimes;
        document = new ReadOnlyObjectWrapper<>(opened);
        cues = FXCollections.observableArrayList(opened.cues());
        cuesToSee = FXCollections.unmodifiableObservableList(cues);
        caret = new ReadOnlyObjectWrapper<>(new CaretPlace(-1, 0, 0, false, 0));
        words.set(WordCount.of(opened.cues()));
        autosave = new Autosave(tools, document::get);
        audio = new EditorAudio(tools);
        find = new FindModel(list::cues);
        audio.position().subscribe(_ -> findPlayingCue());
        if (!cues.isEmpty()) {
            select(0);
        }
        if (opened.audio() != null) {
            audio.load(opened.audio());
        }
    }

    /// The document as it is now.
    public ReadOnlyObjectProperty<TranscriptDocument> document() {
        return document.getReadOnlyProperty();
    }

    /// Its cues; changed by this model only.
    public ObservableList<Cue> cues() {
        return cuesToSee;
    }

    /// The cue with the caret; -1 when there is none.
    public ReadOnlyIntegerProperty current() {
        return current.getReadOnlyProperty();
    }

    /// The selected cues: the current one at least.
    public ReadOnlyObjectProperty<CueRange> selection() {
        return selection.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<CaretPlace> caret() {
        return caret.getReadOnlyProperty();
    }

    /// The cue that is heard; -1 when none is.
    public ReadOnlyIntegerProperty playingCue() {
        return playingCue.getReadOnlyProperty();
    }

    /// Number of words.
    public ReadOnlyIntegerProperty words() {
        return words.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedo() {
        return canRedo.getReadOnlyProperty();
    }

    /// Whether everything has been kept.
    public ReadOnlyObjectProperty<SaveState> saveState() {
        return autosave.state();
    }

    /// Whether times inside a cue are estimated.
    public boolean timesAreEstimated() {
        return estimated;
    }

    /// The sound.
    public EditorAudio audio() {
        return audio;
    }

    FindModel find() {
        return find;
    }

    /// Makes a cue the current one, and the only selected one.
    public void select(int index) {
        setCurrent(index);
        selection.set(index < 0 ? CueRange.NONE : new CueRange(index, index));
    }

    /// Makes a cue the current one, and selects all from the one that was.
    public void selectTo(int index) {
        int anchor = selection.get().first() == current.get() ? lastSelected() : firstSelected();
        setCurrent(index);
        selection.set(CueRange.between(anchor, index));
        ask(index, 0, 0, true);
    }

    private int firstSelected() {
        return selection.get().first();
    }

    private int lastSelected() {
        return selection.get().last();
    }

    /// What is typed next is a step of its own.
    void endStep() {
        list.history().seal();
    }

    private void setCurrent(int index) {
        if (index != current.get()) {
            endStep();
            current.set(index);
        }
    }

    /// Makes a cue the current one and puts the caret there; beyond the ends, at the ends.
    public void edit(int index, int character) {
        if (!cues.isEmpty()) {
            int limited = Math.clamp(index, 0, cues.size() - 1);
            select(limited);
            ask(limited, character, character, true);
        }
    }

    /// Puts the caret, or a selection of text, into a cue.
    void ask(int cue, int anchor, int character, boolean focus) {
        caret.set(new CaretPlace(cue, anchor, character, focus, caret.get().request() + 1));
    }

    /// A cue's text is another one now.
    public void type(int index, String text) {
        apply(new Edit.ChangeText(index, text));
    }

    /// Why a cue cannot have these times; empty when it can.
    Optional<Timing.Refusal> refusal(int index, Duration start, Duration end) {
        return Optional.ofNullable(new Timing(list.cues()).refusal(index, start, end));
    }

    /// Changes a cue's times, and those of neighbours that would overlap.
    ///
    /// @return whether it can have these times
    public boolean changeTimes(int index, Duration start, Duration end) {
        boolean possible = refusal(index, start, end).isEmpty();
        if (possible) {
            apply(new Edit.ChangeTimes(index, start, end));
        }
        return possible;
    }

    /// Makes two cues of one; the caret goes to the second.
    ///
    /// @return whether there is text on both sides of the caret
    public boolean split(int index, int character) {
        boolean done = apply(new Edit.Split(index, character));
        if (done) {
            edit(index + 1, 0);
        }
        return done;
    }

    /// Makes one cue of two; the caret stays between their texts.
    ///
    /// @param index of the first; nothing happens when it is the last cue
    public void merge(int index) {
        if (index < 0 || index + 1 >= cues.size()) {
            return;
        }
        int character = cues.get(index).text().length();
        apply(new Edit.Merge(index));
        edit(index, character);
    }

    /// Deletes the selected cues.
    ///
    /// @return how many
    public int deleteSelected() {
        CueRange range = selection.get();
        if (range.size() > 0 && apply(new Edit.Delete(range.indices()))) {
            edit(range.first(), 0);
            return range.size();
        }
        return 0;
    }

    /// Inserts an empty cue after the current one.
    ///
    /// @return whether there is room for it
    public boolean insert() {
        int index = current.get() + 1;
        Duration start = index == 0 ? Duration.ZERO : cues.get(index - 1).end();
        Duration end = start.plus(INSERTED_LENGTH);
        if (index < cues.size() && cues.get(index).start().compareTo(end) < 0) {
            end = cues.get(index).start();
        }
        if (end.minus(start).compareTo(LEAST_ROOM) < 0) {
            return false;
        }
        apply(new Edit.Insert(index, new Cue(start, end, "")));
        edit(index, 0);
        return true;
    }

    /// Moves cues in time.
    ///
    /// @param all whether all are moved, or the selected ones
    /// @return how far they could be moved
    public Duration shift(boolean all, Duration by) {
        Set<Integer> indices =
                all
                        ? IntStream.range(0, cues.size()).boxed().collect(Collectors.toSet())
                        : selection.get().indices();
        Duration limited = new Timing(list.cues()).limited(indices, by);
        apply(new Edit.ShiftTimes(indices, limited));
        return indices.isEmpty() ? Duration.ZERO : limited;
    }

    /// Takes the last step back.
    public void undo() {
        list.undo().ifPresent(this::taken);
    }

    /// Does again what was taken back.
    public void redo() {
        list.redo().ifPresent(this::taken);
    }

    private void taken(Splice splice) {
        changed(splice);
        edit(splice.at(), splice.caret());
    }

    /// Does something as one step.
    ///
    /// @return whether it changed anything
    boolean apply(Edit edit) {
        Optional<Splice> splice = list.apply(edit);
        splice.ifPresent(this::changed);
        return splice.isPresent();
    }

    private void changed(Splice splice) {
        words.set(words.get() + WordCount.of(splice.inserted()) - WordCount.of(splice.removed()));
        show(splice);
        document.set(document.get().withCues(list.cues()));
        canUndo.set(list.history().canUndo());
        canRedo.set(list.history().canRedo());
        if (current.get() >= cues.size()) {
            select(cues.size() - 1);
        } else if (selection.get().last() >= cues.size()) {
            select(current.get());
        }
        find.refresh();
        findPlayingCue();
        autosave.changed();
    }

    private void show(Splice splice) {
        int removed = splice.removed().size();
        int inserted = splice.inserted().size();
        if (Math.max(removed, inserted) > MOST_SINGLE_CHANGES) {
            cues.setAll(list.cues());
            return;
        }
        int both = Math.min(removed, inserted);
        for (int i = 0; i < both; i++) {
            cues.set(splice.at() + i, splice.inserted().get(i));
        }
        cues.remove(splice.at() + both, splice.at() + removed);
        cues.addAll(splice.at() + both, splice.inserted().subList(both, inserted));
    }

    private void findPlayingCue() {
        boolean audible = audio.state().get() instanceof AudioState.Ready;
        playingCue.set(audible ? CueSearch.at(list.cues(), audio.position().get()) : -1);
    }

    /// Moves the sound to the word at a character of a cue.
    ///
    /// @param play whether it is heard even when it was silent
    public void hear(int index, int character, boolean play) {
        Cue cue = cues.get(index);
        int start = SpeechWeight.wordStart(cue.text(), character);
        Duration time = SpeechWeight.timeAt(cue, start);
        if (play) {
            audio.playFrom(time);
        } else {
            audio.seek(time);
        }
    }

    /// Saves what has not been saved.
    ///
    /// @param then run when everything is saved; not when that fails
    public void save(Runnable then) {
        autosave.saveNow(then);
    }

    /// Ends the sound; nothing is saved any more.
    public void close() {
        audio.close();
    }
}
