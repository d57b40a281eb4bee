package dev.sayso.app;

import dev.sayso.app.desktop.FileManager;
import dev.sayso.app.dictation.DictationModel;
import dev.sayso.app.dictation.DictationPorts;
import dev.sayso.app.export.ExportDialog;
import dev.sayso.app.export.Exporter;
import dev.sayso.app.files.FileChoice;
import dev.sayso.app.files.FileOutlets;
import dev.sayso.app.files.FileResult;
import dev.sayso.app.files.FileWork;
import dev.sayso.app.files.FilesModel;
import dev.sayso.app.files.FilesView;
import dev.sayso.app.files.QueueStore;
import dev.sayso.app.history.HistoryActions;
import dev.sayso.app.history.HistoryModel;
import dev.sayso.app.history.HistoryView;
import dev.sayso.app.models.MachineMemory;
import dev.sayso.app.models.view.ModelsModel;
import dev.sayso.app.models.view.ModelsView;
import dev.sayso.app.settings.SettingsModel;
import dev.sayso.app.settings.SettingsView;
import dev.sayso.app.transcript.TranscriptDocument;
import dev.sayso.app.ui.FileDialogs;
import dev.sayso.app.ui.FxThread;
import dev.sayso.app.ui.Messages;
import dev.sayso.app.ui.Place;
import dev.sayso.engine.WeightCache;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The five places of the window, and how they tell each other what they must.
final class Rooms {

    static final String DICTATE = "dictate";
    static final String FILES = "files";
    static final String HISTORY = "history";
    static final String MODELS = "models";
    static final String SETTINGS = "settings";

    private static final Duration TIDIED_EVERY = Duration.ofHours(1);

    private final Services services;
    private final Frame frame;
    private final Messages words;
    private final FileDialogs dialogs;
    private final ExportDialog export;
    private final EditorPages editor;
    private final ObservableList<String> modelNames = FXCollections.observableArrayList();

    private final FileHistory fileHistory;
    private final DictationRoom dictation;
    private final FilesModel files;
    private final HistoryModel history;
    private final ModelsModel models;
    private @Nullable Thread tidying;

    /// @param devices microphones, and dialogs for files
    /// @param outlets where dictated text goes
    /// @param report what the program says of itself
    Rooms(Services services, Frame frame, Devices devices, TextOutlets outlets, SelfReport report) {
        this.services = services;
        this.frame = frame;
        this.words = Messages.of(Rooms.class, frame.language());
        this.dialogs = devices.dialogs().apply(frame.window().stage());
        SettingsModel settings = services.settings();
        this.export =
                new ExportDialog(
                        frame.window().stage(),
                        () -> settings.get().subtitles(),
                        frame.background(),
                        devices.dialogs(),
                        Messages.of(ExportDialog.class, frame.language()),
                        file -> frame.toasts().show(words.format("exported", file.getFileName())));
        this.editor =
                new EditorPages(
                        frame.window(),
                        services.media(),
                        frame.background(),
                        frame.toasts(),
                        frame.language(),
                        export::export);
        this.models = ModelsRoom.model(services);
        this.dictation =
                new DictationRoom(
                        services,
                        devices,
                        new DictationPorts.Outlets(
                                TextOutlets::copy,
                                outlets::insert,
                                frame.window()::hasFocus,
                                export::export),
                        frame,
                        this::notKept);
        this.fileHistory = new FileHistory(services.history());
        this.files = filesModel();
        this.history = historyModel();
        follow();
        addPlaces(devices, report);
        frame.window().go(DICTATE);
    }

    private void addPlaces(Devices devices, SelfReport report) {
        add(DICTATE, Feather.MIC, dictation.view(), dictation.view()::focusRecord);
        FilesView filesView = filesView();
        add(FILES, Feather.FILE_TEXT, filesView, filesView::focus);
        HistoryView historyView = historyView();
        add(HISTORY, Feather.CLOCK, historyView, historyView::takeFocus);
        add(
                MODELS,
                Feather.PACKAGE,
                new ModelsView(
                        models, frame.language(), dialogs, frame.toasts(), MachineMemory.total()),
                models::refresh);
        add(
                SETTINGS,
                Feather.SETTINGS,
                new SettingsView(
                        services.settings(),
                        new AppSurroundings(
                                devices.microphones(),
                                new WeightCache(services.folders().weights()),
                                report,
                                new FileManager(report.system().os())),
                        services.folders(),
                        frame.background(),
                        Messages.of(SettingsView.class, frame.language())),
                () -> {});
    }

    private void add(String id, Feather icon, Node view, Runnable entered) {
        frame.window().add(new Place(id, icon, words.text("place." + id), view, entered));
    }

    private FilesModel filesModel() {
        Exporter exporter = new Exporter(() -> services.settings().get().subtitles());
        return new FilesModel(
                new FileWork(services.media(), services.recognition()),
                services::wish,
                services.settings(),
                new QueueStore(services.folders().queue()),
                new FileOutlets(this::fileFinished, exporter::writeBeside),
                FxThread::inOrder);
    }

    private void fileFinished(TranscriptDocument document) {
        Path file = Objects.requireNonNull(document.audio());
        var _ =
                frame.background()
                        .run(
                                () -> {
                                    fileHistory.add(file, document);
                                    return file;
                                },
                                _ -> {},
                                this::notKept);
    }

    private void notKept(Throwable failure) {
        FxThread.inOrder(
                () ->
                        frame.toasts()
                                .show(
                                        words.format(
                                                "history.failed",
                                                String.valueOf(failure.getMessage()))));
    }

    private FilesView filesView() {
        return new FilesView(
                files,
                Messages.of(FilesView.class, frame.language()),
                dialogs,
                frame.toasts(),
                () -> modelNames,
                this::edit);
    }

    /// What is edited of a finished file is found in the history.
    private void edit(FileResult result) {
        editor.open(
                result.transcript(), edited -> fileHistory.edited(result.file(), edited), FILES);
    }

    private HistoryModel historyModel() {
        HistoryActions actions =
                new HistoryActions(
                        (document, save) -> editor.open(document, save::accept, HISTORY),
                        export::export,
                        new SoundPlayer(
                                services.media(),
                                reason ->
                                        frame.toasts().show(words.format("sound.failed", reason))),
                        (entry, model, language) -> {
                            if (entry.sound() != null) {
                                files.add(entry.sound(), new FileChoice(language, model));
                                frame.toasts()
                                        .show(
                                                words.text("again.begun"),
                                                words.text("again.show"),
                                                () -> frame.window().go(FILES));
                            }
                        },
                        modelNames);
        return new HistoryModel(
                services.history(),
                actions,
                frame.background(),
                FxThread::inOrder,
                Messages.of(HistoryModel.class, frame.language()));
    }

    private HistoryView historyView() {
        ReadOnlyBooleanWrapper privateMode = new ReadOnlyBooleanWrapper();
        services.settings()
                .settings()
                .subscribe(now -> privateMode.set(now.storage().privateMode()));
        return new HistoryView(
                history,
                privateMode,
                frame.language(),
                frame.toasts(),
                Clock.system(ZoneId.systemDefault()));
    }

    /// Models come and go; who lets them be chosen asks again.
    private void follow() {
        DictationModel model = dictation.model();
        model.models()
                .addListener(
                        (ListChangeListener<DictationPorts.ModelChoice>)
                                _ ->
                                        modelNames.setAll(
                                                model.models().stream()
                                                        .map(DictationPorts.ModelChoice::name)
                                                        .toList()));
        models.cards().addListener((ListChangeListener<Object>) _ -> model.refreshModels());
        models.arrived().addListener((_, _, _) -> model.refreshModels());
    }

    /// Begins what takes a while.
    void start() {
        dictation.model().open();
        models.refresh();
        files.restore();
        history.refresh();
        tidying = Thread.ofVirtual().name("tidying").start(this::tidyHourly);
    }

    /// What is too old is erased as long as the program runs, which may be for weeks.
    private void tidyHourly() {
        try {
            while (true) {
                FxThread.inOrder(
                        () -> history.tidy(services.settings().get().storage().keepDays()));
                Thread.sleep(TIDIED_EVERY);
            }
        } catch (InterruptedException e) {
            // the program ends
        }
    }

    DictationModel dictation() {
        return dictation.model();
    }

    FilesModel files() {
        return files;
    }

    ModelsModel models() {
        return models;
    }

    /// The words of this package.
    Messages words() {
        return words;
    }

    /// Ends what the places have begun.
    void closeOnFx() {
        if (tidying != null) {
            tidying.interrupt();
        }
        dictation.close();
        files.close();
        models.close();
    }

    /// Writes what was edited last. Waits, so not on the FX thread.
    void close() throws IOException {
        dictation.writeHistory();
        history.writeUnsaved();
    }
}
