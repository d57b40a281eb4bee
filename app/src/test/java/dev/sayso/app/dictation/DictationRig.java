package dev.sayso.app.dictation;

import dev.sayso.app.dictation.DictationPorts.Delivery;
import dev.sayso.app.dictation.DictationPorts.ModelChoice;
import dev.sayso.app.microphone.Inputs;
import dev.sayso.app.microphone.ScriptedInputs;
import dev.sayso.app.models.ReadyModel;
import dev.sayso.app.recognition.ModelWish;
import dev.sayso.app.recognition.OpenModel;
import dev.sayso.app.recognition.Recognition;
import dev.sayso.app.recognition.Transcriber;
import dev.sayso.app.recordings.RecordingStore;
import dev.sayso.app.settings.Settings;
import dev.sayso.app.settings.SettingsModel;
import dev.sayso.app.transcript.TranscriptDocument;
import dev.sayso.engine.EngineOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/// A dictation with everything around it: a scripted microphone, any model, a folder, and a
/// notebook for what it tells others.
public final class DictationRig implements AutoCloseable {

    public final ScriptedInputs inputs;
    public final SettingsModel settings = new SettingsModel(Settings.defaults(), _ -> {});
    public final Path folder;
    public final RecordingStore store;
    public final Recognition recognition;
    public final List<TranscriptDocument> done = new ArrayList<>();
    public final List<TranscriptDocument> changed = new ArrayList<>();
    public final List<TranscriptDocument> discarded = new ArrayList<>();
    public final List<TranscriptDocument> saved = new ArrayList<>();
    public final List<String> copied = new ArrayList<>();
    public final List<String> inserted = new ArrayList<>();
    public final List<String> states = new CopyOnWriteArrayList<>();
    public final Dictation dictation;
    public final DictationModel model;
    public Delivery insertion = Delivery.INSERTED;
    public boolean here;
    public int modelsOpened;

    public DictationRig(
            Path folder,
            RecordingStore store,
            ReadyModel ready,
            Transcriber.Opener opener,
            Threads threads) {
        this(folder, store, ready, opener, threads, new ScriptedInputs());
    }

    /// @param microphones a [ScriptedInputs], or real ones
    public DictationRig(
            Path folder,
            RecordingStore store,
            ReadyModel ready,
            Transcriber.Opener opener,
            Threads threads,
            Inputs microphones) {
        this.inputs =
                microphones instanceof ScriptedInputs scripted ? scripted : new ScriptedInputs();
        this.folder = folder;
        this.store = store;
        this.recognition = new Recognition(new OpenModel(_ -> ready, opener, _ -> {}));
        DictationPorts ports =
                new DictationPorts(
                        new DictationPorts.Outlets(
                                copied::add, this::insert, () -> here, saved::add),
                        new DictationPorts.Models(
                                wanted -> new ModelWish(wanted.model(), EngineOptions.defaults()),
                                () -> List.of(new ModelChoice("starter", true)),
                                () -> modelsOpened++),
                        new Notebook());
        this.dictation = new Dictation(settings, recognition, microphones, store, ports, threads);
        this.model = new DictationModel(dictation, settings, microphones, store, ports, threads);
        model.progress().state().subscribe(_ -> states.add(model.status().state()));
    }

    private void insert(String text, java.util.function.Consumer<Delivery> told) {
        inserted.add(text);
        told.accept(insertion);
    }

    /// Changes a part of the settings.
    public void dictationSettings(UnaryOperator<Settings.Dictation> change) {
        settings.change(old -> old.with(change.apply(old.dictation())));
    }

    public DictationState state() {
        return model.progress().state().get();
    }

    @Override
    public void close() {
        model.close();
        recognition.close();
    }

    private final class Notebook implements DictationPorts.History {
        @Override
        public void done(TranscriptDocument document) {
            done.add(document);
        }

        @Override
        public void changed(TranscriptDocument document) {
            changed.add(document);
        }

        @Override
        public void discarded(TranscriptDocument document) {
            discarded.add(document);
        }
    }
}
