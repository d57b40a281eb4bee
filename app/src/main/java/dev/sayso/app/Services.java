package dev.sayso.app;

import dev.sayso.app.folders.AppFolders;
import dev.sayso.app.history.HistoryStore;
import dev.sayso.app.media.MediaDecoder;
import dev.sayso.app.models.InstalledModels;
import dev.sayso.app.recognition.ModelState;
import dev.sayso.app.recognition.ModelWish;
import dev.sayso.app.recognition.OpenModel;
import dev.sayso.app.recognition.Recognition;
import dev.sayso.app.recognition.Transcriber;
import dev.sayso.app.settings.Settings;
import dev.sayso.app.settings.SettingsModel;
import dev.sayso.app.settings.SettingsStore;
import dev.sayso.engine.EngineOptions;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.function.Consumer;

/// What works without a window; the places of the window share it.
///
/// @param machine what is there for this user
/// @param settings as they are now
/// @param settingsStore keeps them
/// @param recognition the one thread that runs a model
/// @param history past texts
record Services(
        Machine machine,
        SettingsModel settings,
        SettingsStore settingsStore,
        Recognition recognition,
        HistoryStore history)
        implements AutoCloseable {

    private static final Duration SAVED_AFTER = Duration.ofMillis(500);

    /// @param opener opens models
    /// @param first the settings that were found
    /// @param modelState told on the recognition thread
    /// @param failed told when the settings cannot be written, on any thread
    static Services of(
            Machine machine,
            Transcriber.Opener opener,
            Settings first,
            Consumer<ModelState> modelState,
            Consumer<IOException> failed) {
        AppFolders folders = machine.folders();
        SettingsStore store = new SettingsStore(folders.settings(), SAVED_AFTER, failed);
        SettingsModel settings = new SettingsModel(first, store::save);
        Recognition recognition =
                new Recognition(new OpenModel(machine.models()::find, opener, modelState));
        HistoryStore history =
                new HistoryStore(
                        folders,
                        () -> settings.get().storage().privateMode(),
                        Clock.system(ZoneId.systemDefault()));
        return new Services(machine, settings, store, recognition, history);
    }

    /// What is on this machine for this user.
    ///
    /// @param folders where
    /// @param models those that are installed
    /// @param media decodes files
    record Machine(AppFolders folders, InstalledModels models, MediaDecoder media) {}

    AppFolders folders() {
        return machine.folders();
    }

    InstalledModels models() {
        return machine.models();
    }

    MediaDecoder media() {
        return machine.media();
    }

    /// The model that the settings name, and how it is opened.
    ModelWish wish(Settings.Transcription wanted) {
        return wish(wanted, wanted.model());
    }

    /// Another model, opened as the settings say; empty: the one they name.
    ModelWish wish(String model) {
        Settings.Transcription wanted = settings.get().transcription();
        return wish(wanted, model.isEmpty() ? wanted.model() : model);
    }

    private ModelWish wish(Settings.Transcription wanted, String model) {
        return new ModelWish(
                model,
                EngineOptions.defaults()
                        .withThreads(wanted.threads())
                        .withPrecision(wanted.precision())
                        .withCacheFolder(folders().weights()));
    }

    /// Ends what runs, and writes what has not been written.
    @Override
    public void close() throws IOException {
        recognition.close();
        settingsStore.close();
        history.close();
    }
}
