package dev.sayso.app.dictation;

import dev.sayso.app.dictation.DictationFailure.Kind;
import dev.sayso.app.dictation.DictationPorts.Delivery;
import dev.sayso.app.microphone.Inputs;
import dev.sayso.app.recognition.Recognition;
import dev.sayso.app.recognition.RecognitionRun;
import dev.sayso.app.recordings.RecordingStore;
import dev.sayso.app.settings.Settings;
import dev.sayso.app.settings.SettingsModel;
import dev.sayso.app.transcript.TranscriptDocument;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/// From speech to text: the use case. All of it is called on the FX thread, and nothing waits.
///
/// A session is over when its take and its run are. Whatever fails, the sound that was heard stays
/// on disk until its text is there or the user throws it away.
public final class Dictation {

    /// From where a dictation was begun.
    public enum Origin {
        /// This window.
        WINDOW,
        /// Another program has the focus: a hotkey, the tray, a second start.
        ELSEWHERE
    }

    /// What is shorter than this and empty was not meant.
    private static final Duration NOT_MEANT = Duration.ofMillis(700);

    private final SettingsModel settings;
    private final Recognition recognition;
    private final Inputs inputs;
    private final RecordingStore store;
    private final DictationPorts ports;
    private final Threads threads;
    private final Wastebasket wastebasket;

    private final DictationProgress now = new DictationProgress();
    private @Nullable Session session;

    public Dictation(
            SettingsModel settings,
            Recognition recognition,
            Inputs inputs,
            RecordingStore store,
            DictationPorts ports,
            Threads threads) {
        this.settings = settings;
        this.recognition = recognition;
        this.inputs = inputs;
        this.store = store;
        this.ports = ports;
        this.threads = threads;
        this.wastebasket = new Wastebasket(store, threads);
    }

    /// Begins to listen, unless something is under way.
    public void start(Origin from) {
        if (now.state.get().isActive()) {
            return;
        }
        Session begun = begin(from, Instant.now());
        Settings wanted = settings.get();
        Take take =
                new Take(
                        inputs,
                        store,
                        new Take.Wish(
                                wanted.microphone().device(),
                                wanted.microphone().keepOpen(),
                                wanted.dictation().stopAfterSilence()),
                        now.levels(),
                        new TakeEvents(
                                now,
                                work -> onFx(begun, work),
                                end -> threads.fx().execute(() -> taken(begun, end))));
        begun.take = take;
        now.state.set(new DictationState.Arming());
        take.start();
        submit(begun, new Hearing(wish(), take.sound(), texts(begun), speeds(begun)));
    }

    private Session begin(Origin from, Instant created) {
        Session begun = new Session(from, created);
        session = begun;
        now.origin = from;
        now.clear();
        return begun;
    }

    private Heard.Wish wish() {
        return Heard.Wish.of(settings.get().transcription(), ports.models());
    }

    private Latest<LiveText> texts(Session of) {
        return new Latest<>(threads.fx(), value -> inSession(of, () -> now.text.set(value)));
    }

    private DoubleConsumer speeds(Session of) {
        return value -> onFx(of, () -> now.speed.set(value));
    }

    private void submit(Session to, Hearing hearing) {
        to.hearing = hearing;
        RecognitionRun<Heard> run =
                recognition.submit(Recognition.Urgency.DICTATION, wish().model(), hearing);
        to.run = run;
        // told of the outcome, there is nothing more to wait for
        var _ =
                run.outcome()
                        .whenComplete(
                                (heard, thrown) -> onFx(to, () -> written(to, heard, thrown)));
    }

    /// Ends listening; the text follows. Before the first sound it is as if nothing was begun.
    public void stop() {
        Session current = session;
        if (current == null || current.take == null) {
            return;
        }
        if (now.state.get() instanceof DictationState.Arming) {
            cancel();
        } else if (now.state.get() instanceof DictationState.Listening) {
            current.take.stop();
            now.state.set(new DictationState.Finishing());
        }
    }

    /// Lets sound go for a while, or takes it in again.
    public void pause() {
        Session current = session;
        if (current != null
                && current.take != null
                && now.state.get()
                        instanceof DictationState.Listening(Instant since, boolean paused)) {
            current.take.pause(!paused);
            now.state.set(new DictationState.Listening(since, !paused));
        }
    }

    /// Ends what is under way, without a text. Its sound can be had back: see
    /// [DictationProgress#offer].
    public void cancel() {
        Session current = session;
        if (current == null || !now.state.get().isActive() || current.concluding) {
            return;
        }
        session = null;
        current.cancelled = true;
        if (current.run != null) {
            current.run.cancel();
        }
        Take take = current.take;
        if (take == null) {
            now.text.set(LiveText.EMPTY);
            failed(DictationFailure.of(Kind.NOT_WRITTEN, "").with(current.recording()));
            return;
        }
        reset();
        if (current.end == null) {
            take.sound().forget();
            threads.background().execute(take::abort);
        } else {
            thrownAway(current, current.end);
        }
    }

    private void thrownAway(Session cancelled, Take.End end) {
        Path recording = end.recording();
        if (recording == null) {
            return;
        }
        Offer offer =
                wastebasket.put(
                        Offer.Kind.CANCELLED, recording, () -> retry(recording, cancelled.created));
        boolean meant = end.taken().compareTo(NOT_MEANT) >= 0;
        if (meant && session == null && now.state.get() instanceof DictationState.Idle) {
            now.offer.set(offer);
        }
    }

    /// Writes a recording down that was left over.
    ///
    /// @param created when it was spoken
    public void retry(Path recording, Instant created) {
        if (now.state.get().isActive()) {
            return;
        }
        Session begun = begin(Origin.WINDOW, created);
        begun.end = new Take.End(null, recording, Duration.ZERO, false);
        now.state.set(new DictationState.Finishing());
        submit(begun, new Hearing(wish(), recording, texts(begun), speeds(begun)));
    }

    /// Throws the text away, or the recording of a dictation that failed. Can be taken back.
    public void discard() {
        switch (now.state.get()) {
            case DictationState.Done done -> discard(done);
            case DictationState.Failed failed -> discard(failed);
            case DictationState.Idle _,
                    DictationState.Arming _,
                    DictationState.Listening _,
                    DictationState.Finishing _ -> {}
        }
    }

    private void discard(DictationState.Done done) {
        LiveText shown = now.text.get();
        reset();
        ports.history().discarded(done.document());
        now.offer.set(
                new Offer(
                        Offer.Kind.TEXT_DISCARDED,
                        () -> {
                            if (!now.state.get().isActive()) {
                                now.text.set(shown);
                                now.state.set(done);
                                ports.history().done(done.document());
                            }
                        }));
    }

    private void discard(DictationState.Failed failed) {
        reset();
        Path recording = failed.failure().recording();
        if (recording != null) {
            discard(
                    recording,
                    () -> {
                        if (!now.state.get().isActive()) {
                            now.state.set(failed);
                        }
                    });
        }
    }

    /// Throws a recording away, until it is wanted back.
    void discard(Path recording, Runnable restored) {
        now.offer.set(wastebasket.put(Offer.Kind.RECORDING_DISCARDED, recording, restored));
    }

    private void reset() {
        now.clear();
        now.state.set(new DictationState.Idle());
    }

    /// The user's text takes the place of what was heard.
    void edited(TranscriptDocument document) {
        if (now.state.get() instanceof DictationState.Done) {
            now.state.set(new DictationState.Done(document));
            ports.history().changed(document);
        }
    }

    /// Ends everything; what was said so far is found at the next start. Waits for the disk.
    public void close() {
        Session current = session;
        session = null;
        if (current != null) {
            if (current.run != null) {
                current.run.cancel();
            }
            if (current.take != null) {
                current.take.abort();
            }
        }
        wastebasket.empty();
    }

    private void onFx(Session of, Runnable work) {
        threads.fx().execute(() -> inSession(of, work));
    }

    private void inSession(Session of, Runnable work) {
        if (session == of) {
            work.run();
        }
    }

    /// The take is over.
    private void taken(Session of, Take.End end) {
        of.end = end;
        if (of.cancelled) {
            thrownAway(of, end);
            return;
        }
        if (session != of) {
            return;
        }
        DictationFailure failure = end.failure();
        if (failure != null && end.taken().isZero()) {
            if (of.run != null) {
                of.run.cancel();
            }
            failed(failure.with(end.recording()));
            return;
        }
        if (failure != null) {
            now.trouble.set(failure.with(end.recording()));
        }
        now.state.set(new DictationState.Finishing());
        conclude(of);
    }

    /// The run is over.
    private void written(Session of, @Nullable Heard heard, @Nullable Throwable thrown) {
        if (heard != null) {
            of.heard = heard;
        } else {
            of.failure = of.reason(thrown);
            if (of.take != null) {
                of.take.sound().forget();
            }
            if (of.end == null) {
                // the one who speaks goes on, and nothing of it is lost
                now.trouble.set(of.failure);
            }
        }
        conclude(of);
    }

    private void conclude(Session of) {
        if (!of.isOver()) {
            return;
        }
        Path recording = of.recording();
        Heard heard = of.heard;
        if (heard == null) {
            DictationFailure failure =
                    of.failure == null ? DictationFailure.of(Kind.RECOGNITION, "") : of.failure;
            failed(failure.with(recording));
        } else if (heard.cues().isEmpty()) {
            empty(of, recording);
        } else {
            of.concluding = true;
            Settings.Storage storage = settings.get().storage();
            boolean keep = storage.keepAudio() && !storage.privateMode();
            threads.background()
                    .execute(
                            () -> {
                                Path audio = wastebasket.keep(recording, keep);
                                TranscriptDocument document = heard.document(of.created, audio);
                                onFx(of, () -> done(of, document));
                            });
        }
    }

    private void empty(Session of, @Nullable Path recording) {
        Take.End end = of.end;
        DictationFailure failure = end == null ? null : end.failure();
        if (failure != null) {
            failed(failure.with(recording));
        } else if (end != null && of.take != null && end.taken().compareTo(NOT_MEANT) < 0) {
            if (recording != null) {
                threads.background().execute(() -> wastebasket.delete(recording));
            }
            session = null;
            reset();
        } else {
            Kind kind = end != null && end.muted() ? Kind.MICROPHONE_MUTED : Kind.NOTHING_HEARD;
            failed(DictationFailure.of(kind, "").with(recording));
        }
    }

    private void failed(DictationFailure failure) {
        session = null;
        now.trouble.set(null);
        now.state.set(new DictationState.Failed(failure));
    }

    private void done(Session of, TranscriptDocument document) {
        session = null;
        now.taken.set(document.length());
        now.text.set(new LiveText(document.text(), ""));
        now.state.set(new DictationState.Done(document));
        ports.history().done(document);
        if (of.origin == Origin.ELSEWHERE) {
            ports.text()
                    .deliver(
                            document.text(),
                            settings.get().dictation().destination(),
                            now.delivery::set);
        }
    }

    void delivered(Delivery what) {
        now.delivery.set(what);
    }

    /// What there is to see of it.
    public DictationProgress progress() {
        return now;
    }
}
