package dev.sayso.app;

import dev.sayso.app.dictation.Dictation;
import dev.sayso.app.dictation.DictationModel;
import dev.sayso.app.dictation.DictationPorts;
import dev.sayso.app.dictation.DictationView;
import dev.sayso.app.dictation.Threads;
import dev.sayso.app.microphone.Inputs;
import dev.sayso.app.overlay.OverlayWindow;
import dev.sayso.app.playback.Speakers;
import dev.sayso.app.recordings.RecordingStore;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/// Wires the place "Dictate", and the small window of a dictation from elsewhere.
final class DictationRoom {

    private final DictationHistory history;
    private final DictationModel model;
    private final DictationView view;

    /// @param notKept told on any thread when a text could not be kept
    DictationRoom(
            Services services,
            Devices devices,
            DictationPorts.Outlets outlets,
            Frame frame,
            Consumer<? super IOException> notKept) {
        history = new DictationHistory(services.history(), notKept::accept);
        DictationPorts ports =
                new DictationPorts(
                        outlets,
                        new DictationPorts.Models(
                                services::wish,
                                () -> choices(services),
                                () -> frame.window().go(Rooms.MODELS)),
                        history);
        Inputs inputs = devices.microphones();
        RecordingStore store = new RecordingStore(services.folders().recordings());
        Threads threads = Threads.ofWindow();
        Dictation dictation =
                new Dictation(
                        services.settings(), services.recognition(), inputs, store, ports, threads);
        model = new DictationModel(dictation, services.settings(), inputs, store, ports, threads);
        view = new DictationView(model, frame.language(), frame.toasts());
        DictationSounds.follow(model.progress().state(), services.settings(), new Speakers());
        new OverlayWindow(OverlayBinding.of(model), frame.language(), devices.overlayOwner().get());
    }

    private static List<DictationPorts.ModelChoice> choices(Services services) throws IOException {
        return services.models().list().stream()
                .filter(found -> found.problem() == null)
                .map(found -> new DictationPorts.ModelChoice(found.name(), found.bundled()))
                .toList();
    }

    DictationModel model() {
        return model;
    }

    DictationView view() {
        return view;
    }

    void close() {
        model.close();
    }

    /// Waits until every text is in the history.
    void writeHistory() {
        history.close();
    }
}
