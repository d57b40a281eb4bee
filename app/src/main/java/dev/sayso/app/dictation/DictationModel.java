package dev.sayso.app.dictation;

import dev.sayso.app.dictation.Dictation.Origin;
import dev.sayso.app.dictation.DictationPorts.Delivery;
import dev.sayso.app.dictation.DictationPorts.ModelChoice;
import dev.sayso.app.microphone.InputDevice;
import dev.sayso.app.microphone.Inputs;
import dev.sayso.app.recognition.ModelState;
import dev.sayso.app.recordings.RecordingStore;
import dev.sayso.app.recordings.UnfinishedRecording;
import dev.sayso.app.settings.Settings;
import dev.sayso.app.settings.SettingsModel;
import dev.sayso.app.transcript.TranscriptDocument;
import dev.sayso.engine.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the dictation's place shows, and what can be done there. On the FX thread.
public final class DictationModel implements AutoCloseable {

    private final Dictation dictation;
    private final DictationProgress progress;
    private final SettingsModel settings;
    private final RecordingStore store;
    private final Threads threads;
    private final DictationPorts ports;
    private final InputWatch watch;
    private final HoldOrTap key;

    private final ObservableList<InputDevice> devices = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper looked = new ReadOnlyBooleanWrapper();
    private final ObservableList<ModelChoice> models = FXCollections.observableArrayList();
    private final ObservableList<UnfinishedRecording> unfinished =
            FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper starterInUse = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper overlayWanted = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<ModelState> modelState =
            new ReadOnlyObjectWrapper<>(new ModelState.Unloaded());
    private final StringProperty editor = new SimpleStringProperty("");
    private String kept = "";

    /// @param inputs asked in the background which microphones there are
    /// @param store asked at the start for recordings that were left over
    public DictationModel(
            Dictation dictation,
            SettingsModel settings,
            Inputs inputs,
            RecordingStore store,
            DictationPorts ports,
            Threads threads) {
        this.dictation = dictation;
        this.progress = dictation.progress();
        this.settings = settings;
        this.store = store;
        this.ports = ports;
        this.threads = threads;
        this.watch =
                new InputWatch(inputs, found -> threads.fx().execute(() -> foundDevices(found)));
        this.key =
                new HoldOrTap(
                        System::nanoTime,
                        () -> progress.state().get().isRecording(),
                        () -> start(Origin.ELSEWHERE),
                        this::stop);
        progress.state().subscribe((before, now) -> changed(before, now));
        settings.settings().subscribe(_ -> derive());
    }

    /// Begins to look for microphones, models, and recordings that were left over.
    public void open() {
        threads.background().execute(watch::run);
        refreshModels();
        inBackground(store::unfinished, unfinished::setAll);
    }

    private <T> void inBackground(DictationPorts.Question<T> question, Consumer<T> answered) {
        threads.background()
                .execute(
                        () -> {
                            try {
                                T answer = question.ask();
                                threads.fx().execute(() -> answered.accept(answer));
                            } catch (IOException e) {
                                System.getLogger(DictationModel.class.getName())
                                        .log(System.Logger.Level.WARNING, "nothing was found", e);
                            }
                        });
    }

    private void foundDevices(List<InputDevice> found) {
        devices.setAll(found);
        looked.set(true);
    }

    /// Asks again which models there are.
    public void refreshModels() {
        inBackground(
                ports.models().installed(),
                found -> {
                    models.setAll(found);
                    derive();
                });
    }

    /// Asks again which microphones there are.
    public void refreshDevices() {
        threads.background().execute(watch::look);
    }

    private void changed(DictationState before, DictationState now) {
        if (now instanceof DictationState.Done(TranscriptDocument document)) {
            String text = document.text();
            if (!text.equals(editor.get()) || !(before instanceof DictationState.Done)) {
                editor.set(text);
            }
            kept = editor.get();
        }
        boolean left =
                before instanceof DictationState.Failed && now instanceof DictationState.Arming;
        if (left) {
            remember(((DictationState.Failed) before).failure().recording());
        }
        derive();
    }

    /// A recording that failed stays in sight when the next dictation begins.
    private void remember(@Nullable Path recording) {
        if (recording != null) {
            inBackground(
                    () -> store.described(recording),
                    found -> {
                        if (!unfinished.contains(found)) {
                            unfinished.add(found);
                        }
                    });
        }
    }

    private void derive() {
        String chosen = settings.get().transcription().model();
        starterInUse.set(
                !models.isEmpty()
                        && models.stream()
                                .filter(model -> chosen.isEmpty() || chosen.equals(model.name()))
                                .allMatch(ModelChoice::starter));
        overlayWanted.set(
                settings.get().dictation().overlay()
                        && progress.origin() == Origin.ELSEWHERE
                        && progress.state().get().isActive());
    }

    /// Starts, or stops.
    public void toggle(Origin from) {
        if (progress.state().get().isRecording()) {
            stop();
        } else {
            start(from);
        }
    }

    private void start(Origin from) {
        keepEdits();
        dictation.start(from);
    }

    /// Ends listening; the text follows.
    public void stop() {
        dictation.stop();
    }

    /// The hotkey goes down.
    public void press() {
        key.press(settings.get().dictation().hotkeyMode());
    }

    /// The hotkey goes up.
    public void release() {
        key.release(settings.get().dictation().hotkeyMode());
    }

    /// Ends what is under way without a text; can be taken back.
    public void cancel() {
        dictation.cancel();
    }

    /// Pauses, or goes on.
    public void pause() {
        dictation.pause();
    }

    /// Where it stands, for other programs.
    public DictationStatus status() {
        return DictationStatus.of(progress);
    }

    /// Writes the recording of the failed dictation down once more.
    public void retry() {
        if (progress.state().get() instanceof DictationState.Failed(DictationFailure failure)
                && failure.recording() != null) {
            Path recording = failure.recording();
            inBackground(
                    () -> store.described(recording),
                    found -> dictation.retry(found.file(), found.started()));
        }
    }

    /// Writes a recording down that was left over.
    public void retry(UnfinishedRecording recording) {
        if (!progress.state().get().isActive()) {
            keepEdits();
            unfinished.remove(recording);
            dictation.retry(recording.file(), recording.started());
        }
    }

    /// Throws a recording away that was left over; can be taken back.
    public void discard(UnfinishedRecording recording) {
        unfinished.remove(recording);
        dictation.discard(recording.file(), () -> unfinished.add(recording));
    }

    /// Throws the text away, or the recording of the failed dictation; can be taken back.
    public void discard() {
        keepEdits();
        dictation.discard();
    }

    /// Copies the text.
    public void copy() {
        keepEdits();
        ports.text().copy().accept(editor.get());
        dictation.delivered(Delivery.COPIED);
    }

    /// Puts the text into the program that had the focus.
    public void insert() {
        keepEdits();
        ports.text().insert().insert(editor.get(), dictation::delivered);
    }

    /// Saves the text with its times.
    public void saveAs() {
        keepEdits();
        if (progress.state().get() instanceof DictationState.Done(TranscriptDocument document)) {
            ports.text().saveAs().accept(document);
        }
    }

    /// Hands on what was edited.
    public void keepEdits() {
        if (progress.state().get() instanceof DictationState.Done(TranscriptDocument document)
                && !editor.get().equals(kept)) {
            kept = editor.get();
            dictation.edited(EditedText.of(document, kept));
        }
    }

    /// Shows where models are fetched.
    public void openModels() {
        ports.models().open().run();
    }

    /// @param device an [InputDevice#id]; empty: the system's choice
    public void chooseDevice(String device) {
        settings.change(old -> old.with(old.microphone().withDevice(device)));
    }

    /// @param language null: the model finds out
    public void chooseLanguage(@Nullable Language language) {
        settings.change(old -> old.with(old.transcription().withLanguage(language)));
    }

    /// @param model a [ModelChoice#name]; empty: the best
    public void chooseModel(String model) {
        settings.change(old -> old.with(old.transcription().withModel(model)));
    }

    /// Tells of the model; the recognition's owner does, on the FX thread.
    public void modelIs(ModelState now) {
        modelState.set(now);
    }

    /// Ends everything; what was said so far is found at the next start. Waits for the disk.
    @Override
    public void close() {
        keepEdits();
        watch.close();
        dictation.close();
    }

    /// How the dictation goes.
    public DictationProgress progress() {
        return progress;
    }

    /// The settings, which the status line shows.
    public ReadOnlyObjectProperty<Settings> settings() {
        return settings.settings();
    }

    /// The microphones there are.
    public ObservableList<InputDevice> devices() {
        return devices;
    }

    /// Whether it is known which microphones there are.
    public ReadOnlyBooleanProperty looked() {
        return looked.getReadOnlyProperty();
    }

    /// The models that can be chosen.
    public ObservableList<ModelChoice> models() {
        return models;
    }

    /// Recordings that have no text yet.
    public ObservableList<UnfinishedRecording> unfinished() {
        return unfinished;
    }

    /// Whether the next dictation is heard by the small model that comes with the program.
    public ReadOnlyBooleanProperty starterInUse() {
        return starterInUse.getReadOnlyProperty();
    }

    /// Whether the small window is to be shown.
    public ReadOnlyBooleanProperty overlayWanted() {
        return overlayWanted.getReadOnlyProperty();
    }

    /// Whether a model is in memory.
    public ReadOnlyObjectProperty<ModelState> modelState() {
        return modelState.getReadOnlyProperty();
    }

    /// The finished text, as the user edits it.
    public StringProperty editor() {
        return editor;
    }
}
