package dev.sayso.app.dictation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sayso.app.dictation.Dictation.Origin;
import dev.sayso.app.dictation.DictationFailure.Kind;
import dev.sayso.app.dictation.DictationPorts.Delivery;
import dev.sayso.app.microphone.InputDevice;
import dev.sayso.app.models.ReadyModel;
import dev.sayso.app.recognition.Transcriber;
import dev.sayso.app.recordings.FullDisk;
import dev.sayso.app.recordings.RecordingStore;
import dev.sayso.app.settings.Settings;
import dev.sayso.app.settings.Settings.Destination;
import dev.sayso.app.transcript.TranscriptDocument;
import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.audio.WavFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DictationTest {

    @TempDir private Path folder;
    private final TestThreads threads = new TestThreads();
    private final ScriptedSpeech speech =
            new ScriptedSpeech().hears(0.5, "Good morning").hears(1, "dear all.");
    private Transcriber.Opener opener = (_, _) -> speech;
    private DictationRig rig;

    @BeforeEach
    void makeRig() {
        rig = rig(new RecordingStore(folder));
    }

    private DictationRig rig(RecordingStore store) {
        return new DictationRig(
                folder,
                store,
                new ReadyModel("scripted", folder, null, false),
                (at, options) -> opener.open(at, options),
                threads.threads());
    }

    @AfterEach
    void end() {
        rig.close();
    }

    /// A tone, so that levels have something to show.
    private static Pcm tone(double seconds, float size) {
        float[] samples = new float[(int) (seconds * Pcm.RATE)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (size * Math.sin(i * 0.2));
        }
        return Pcm.of(samples);
    }

    private void speak(double seconds, String shown) throws InterruptedException {
        rig.inputs.says(tone(seconds, 0.5f));
        rig.model.toggle(Origin.WINDOW);
        threads.await("the text", () -> text().contains(shown));
    }

    private String text() {
        return rig.model.progress().text().get().text();
    }

    private void awaitState(Class<? extends DictationState> wanted) throws InterruptedException {
        threads.await(wanted.getSimpleName(), () -> wanted.isInstance(rig.state()));
    }

    private DictationFailure failure() {
        return ((DictationState.Failed) rig.state()).failure();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".wav")).toList();
        }
    }

    @Test
    void whatIsSaidIsShownWrittenKeptAndTold() throws Exception {
        speak(2, "dear all.");
        assertThat(rig.model.progress().text().get())
                .isEqualTo(new LiveText("Good morning", "dear all."));
        assertThat(rig.state()).isInstanceOf(DictationState.Listening.class);
        assertThat(rig.model.status().state()).isEqualTo("listening");

        rig.model.toggle(Origin.WINDOW);
        awaitState(DictationState.Done.class);

        assertThat(rig.states).startsWith("idle", "arming", "listening", "finishing");
        assertThat(rig.states).endsWith("done");
        assertThat(rig.model.editor().get()).isEqualTo("Good morning dear all.");
        assertThat(rig.done).hasSize(1);
        TranscriptDocument document = rig.done.getFirst();
        assertThat(document.title()).isEqualTo("Good morning dear all.");
        assertThat(document.model()).isEqualTo("scripted");
        assertThat(document.text()).isEqualTo("Good morning dear all.");
        Pcm kept = WavFile.read(Objects.requireNonNull(document.audio())).pcm();
        assertThat(kept.duration()).isEqualTo(document.length());
        assertThat(kept.at(5)).isCloseTo((float) (0.5 * Math.sin(1)), within(1e-3f));
        // the second that the text needs, and the tail after the stop
        assertThat(document.length()).isGreaterThanOrEqualTo(Duration.ofMillis(1250));
        assertThat(new RecordingStore(folder).unfinished()).isEmpty();
        assertThat(rig.model.status().seconds()).isGreaterThan(1);
    }

    @Test
    void whatIsSaidWhileTheModelIsOpenedIsNotLost() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        opener =
                (_, _) -> {
                    try {
                        open.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return speech;
                };
        rig.inputs.says(tone(2, 0.5f));
        rig.model.toggle(Origin.WINDOW);
        threads.await("all is said", () -> rig.inputs.saidAll());
        rig.model.stop();
        threads.pass(500);
        assertThat(rig.state()).isInstanceOf(DictationState.Finishing.class);

        open.countDown();
        awaitState(DictationState.Done.class);

        assertThat(rig.done.getFirst().text()).isEqualTo("Good morning dear all.");
        assertThat(speech.heard().getFirst()).isEqualTo(rig.done.getFirst().length());
    }

    @Test
    void aCancelledDictationCanBeHadBack() throws Exception {
        speak(2, "dear all.");
        rig.model.cancel();
        assertThat(rig.state()).isInstanceOf(DictationState.Idle.class);
        assertThat(text()).isEmpty();
        threads.await("an offer", () -> rig.model.progress().offer().get() != null);
        Offer offer = Objects.requireNonNull(rig.model.progress().offer().get());
        assertThat(offer.kind()).isEqualTo(Offer.Kind.CANCELLED);
        assertThat(rig.done).isEmpty();

        offer.undo().run();
        awaitState(DictationState.Done.class);

        assertThat(rig.done.getFirst().text()).isEqualTo("Good morning dear all.");
        assertThat(rig.done.getFirst().audio()).exists();
    }

    @Test
    void aCancelledDictationIsDeletedInTheEnd() throws Exception {
        speak(2, "dear all.");
        rig.model.cancel();
        threads.await("an offer", () -> rig.model.progress().offer().get() != null);
        assertThat(files()).hasSize(1);
        rig.model.close();
        assertThat(files()).isEmpty();
    }

    @Test
    void aMicrophoneThatGoesLeavesItsSoundAndItsText() throws Exception {
        rig.inputs.says(tone(2, 0.5f));
        rig.model.toggle(Origin.WINDOW);
        awaitState(DictationState.Listening.class);
        rig.inputs.lose();
        awaitState(DictationState.Done.class);

        DictationFailure trouble = Objects.requireNonNull(rig.model.progress().trouble().get());
        assertThat(trouble.kind()).isEqualTo(Kind.MICROPHONE_LOST);
        assertThat(rig.done.getFirst().text()).isEqualTo("Good morning dear all.");
        assertThat(rig.done.getFirst().length()).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aMicrophoneThatGoesBeforeAWordIsNotCalledSilence() throws Exception {
        opener = (_, _) -> new ScriptedSpeech();
        rig.inputs.says(tone(0.3, 0.5f));
        rig.model.toggle(Origin.WINDOW);
        awaitState(DictationState.Listening.class);
        rig.inputs.lose();
        awaitState(DictationState.Failed.class);
        assertThat(failure().kind()).isEqualTo(Kind.MICROPHONE_LOST);
        assertThat(failure().recording()).exists();
    }

    @Test
    void noMicrophoneIsSaidAtOnceAndNothingElse() throws Exception {
        rig.inputs.has();
        rig.model.toggle(Origin.WINDOW);
        awaitState(DictationState.Failed.class);
        assertThat(failure().kind()).isEqualTo(Kind.NO_MICROPHONE);
        assertThat(failure().recording()).isNull();
    }

    @Test
    void aMicrophoneThatIsTakenIsAnotherMessage() throws Exception {
        rig.inputs.refuses("line with format PCM_SIGNED not supported");
        rig.model.toggle(Origin.WINDOW);
        awaitState(DictationState.Failed.class);
        assertThat(failure().kind()).isEqualTo(Kind.MICROPHONE_REFUSED);
        assertThat(failure().details()).contains("PCM_SIGNED");

        rig.inputs.refuses(null);
        speak(2, "dear all.");
    }

    @Test
    void aDeviceThatIsNotThereIsReplacedByTheSystemsChoice() throws Exception {
        rig.inputs.has(new InputDevice("built-in", "Built-in", true));
        rig.model.chooseDevice("headset");
        speak(2, "dear all.");
        assertThat(rig.inputs.opened()).containsExactly("");
        assertThat(Objects.requireNonNull(rig.model.progress().trouble().get()).kind())
                .isEqualTo(Kind.OTHER_MICROPHONE);
    }

    @Test
    void aModelThatFailsDoesNotStopTheOneWhoSpeaks() throws Exception {
        speech.failsAt(1.5, new IllegalStateException("weights are gone"));
        rig.inputs.says(tone(2, 0.5f));
        rig.model.toggle(Origin.WINDOW);
        threads.await("trouble", () -> rig.model.progress().trouble().get() != null);
        assertThat(rig.state()).isInstanceOf(DictationState.Listening.class);
        threads.await("all is said", () -> rig.inputs.saidAll());
        rig.model.stop();
        awaitState(DictationState.Failed.class);

        assertThat(failure().kind()).isEqualTo(Kind.RECOGNITION);
        assertThat(failure().details()).contains("weights are gone");
        Pcm kept = WavFile.read(Objects.requireNonNull(failure().recording())).pcm();
        assertThat(kept.duration()).isGreaterThan(Duration.ofMillis(2200));
        assertThat(rig.done).isEmpty();

        speech.failsAt(0, null);
        rig.model.retry();
        awaitState(DictationState.Done.class);
        assertThat(rig.done.getFirst().text()).isEqualTo("Good morning dear all.");
        assertThat(rig.done.getFirst().length()).isEqualTo(kept.duration());
    }

    @Test
    void aModelThatCannotBeOpenedIsCalledThat() throws Exception {
        opener =
                (_, _) -> {
                    throw new IOException("model.safetensors: expected 3 tensors, found 2");
                };
        rig.inputs.says(tone(1, 0.5f));
        rig.model.toggle(Origin.WINDOW);
        threads.await("trouble", () -> rig.model.progress().trouble().get() != null);
        rig.model.stop();
        awaitState(DictationState.Failed.class);
        assertThat(failure().kind()).isEqualTo(Kind.MODEL);
        assertThat(failure().recording()).exists();
    }

    @Test
    void aFullMemoryIsCalledThat() throws Exception {
        speech.failsAt(0.5, new OutOfMemoryError("Java heap space"));
        rig.inputs.says(tone(1, 0.5f));
        rig.model.toggle(Origin.WINDOW);
        threads.await("trouble", () -> rig.model.progress().trouble().get() != null);
        assertThat(Objects.requireNonNull(rig.model.progress().trouble().get()).kind())
                .isEqualTo(Kind.MEMORY);
    }

    @Test
    void aFullDiskCostsSoundButNoText() throws Exception {
        rig.close();
        rig = rig(FullDisk.store(folder, 44 + 2 * 8_000));
        speak(2, "dear all.");
        DictationFailure trouble = Objects.requireNonNull(rig.model.progress().trouble().get());
        assertThat(trouble.kind()).isEqualTo(Kind.DISK);
        rig.model.stop();
        awaitState(DictationState.Done.class);
        assertThat(rig.done.getFirst().text()).isEqualTo("Good morning dear all.");
        Path audio = Objects.requireNonNull(rig.done.getFirst().audio());
        assertThat(WavFile.read(audio).pcm().length()).isBetween(7_000, 8_000);
    }

    @Test
    void nothingSaidIsNotAFault() throws Exception {
        rig.model.toggle(Origin.WINDOW);
        threads.await("a second", () -> rig.model.status().seconds() > 0.4);
        // the words come after that much sound only
        rig.model.stop();
        awaitState(DictationState.Done.class);
        rig.close();

        rig = rig(new RecordingStore(folder));
        opener = (_, _) -> new ScriptedSpeech();
        rig.model.toggle(Origin.WINDOW);
        threads.await("a second", () -> rig.model.status().seconds() > 1);
        rig.model.stop();
        awaitState(DictationState.Failed.class);
        assertThat(failure().kind()).isEqualTo(Kind.NOTHING_HEARD);
        assertThat(failure().recording()).exists();
    }

    @Test
    void aTapThatWasNotMeantLeavesNothing() throws Exception {
        opener = (_, _) -> new ScriptedSpeech();
        // however late this thread is, no more was heard before the stop
        rig.inputs.givesAtMost(Duration.ofMillis(40));
        rig.model.toggle(Origin.WINDOW);
        awaitState(DictationState.Listening.class);
        rig.model.stop();
        rig.inputs.givesOn();
        awaitState(DictationState.Idle.class);
        threads.pass(200);
        assertThat(files()).isEmpty();
    }

    @Test
    void aMutedMicrophoneIsNamedWithinASecondAndAfterwards() throws Exception {
        opener = (_, _) -> new ScriptedSpeech();
        // one second of nothing has to do
        rig.inputs.muted().givesAtMost(Duration.ofSeconds(1));
        rig.model.toggle(Origin.WINDOW);
        threads.await("muted", () -> rig.model.progress().level().get().muted());
        assertThat(rig.inputs.given()).isLessThanOrEqualTo(Duration.ofSeconds(1));
        rig.inputs.givesOn();
        rig.model.stop();
        awaitState(DictationState.Failed.class);
        assertThat(failure().kind()).isEqualTo(Kind.MICROPHONE_MUTED);
    }

    @Test
    void whatIsSaidInAPauseIsNotTaken() throws Exception {
        rig.inputs.paced(true);
        speak(0.6, "Good");
        rig.model.pause();
        assertThat(rig.model.status().state()).isEqualTo("paused");
        threads.pass(150);
        Duration before = rig.model.progress().taken().get();
        Duration paused = rig.inputs.given();
        threads.pass(500);
        assertThat(rig.model.progress().taken().get()).isEqualTo(before);
        Duration lost = rig.inputs.given().minus(paused);
        assertThat(lost).isPositive();
        rig.model.pause();
        threads.await("more", () -> text().contains("dear all."));
        rig.model.stop();
        awaitState(DictationState.Done.class);
        assertThat(rig.done.getFirst().length())
                .isLessThanOrEqualTo(rig.inputs.given().minus(lost));
    }

    @Test
    void silenceEndsADictationWhenThatIsWanted() throws Exception {
        rig.dictationSettings(
                old ->
                        new Settings.Dictation(
                                old.hotkey(),
                                old.hotkeyMode(),
                                Duration.ofSeconds(1),
                                old.destination(),
                                old.restoreClipboard(),
                                old.overlay(),
                                old.sounds()));
        rig.model.toggle(Origin.WINDOW);
        awaitState(DictationState.Done.class);
        assertThat(rig.done.getFirst().length())
                .isBetween(Duration.ofMillis(990), Duration.ofMillis(1_600));
    }

    @Test
    void theTextGoesWhereItIsWantedAndWhatCameOfItIsSaid() throws Exception {
        rig.insertion = Delivery.COPIED_INSTEAD;
        rig.inputs.says(tone(2, 0.5f));
        rig.model.press();
        assertThat(rig.model.overlayWanted().get()).isTrue();
        threads.await("the text", () -> text().contains("dear all."));
        // longer than a tap
        threads.pass(450);
        rig.model.release();
        awaitState(DictationState.Done.class);
        assertThat(rig.inserted).containsExactly("Good morning dear all.");
        assertThat(rig.model.progress().delivery().get()).isEqualTo(Delivery.COPIED_INSTEAD);
        assertThat(rig.model.overlayWanted().get()).isFalse();
    }

    @Test
    void whoHasTheWindowBeforeThemWantsTheTextInIt() throws Exception {
        rig.here = true;
        rig.inputs.says(tone(2, 0.5f));
        rig.model.toggle(Origin.ELSEWHERE);
        threads.await("the text", () -> text().contains("dear all."));
        rig.model.stop();
        awaitState(DictationState.Done.class);
        assertThat(rig.inserted).isEmpty();
        assertThat(rig.model.progress().delivery().get()).isEqualTo(Delivery.NONE);
        assertThat(rig.model.editor().get()).isEqualTo("Good morning dear all.");
    }

    @Test
    void theClipboardAndTheWindowAreOtherPlaces() throws Exception {
        for (Destination destination : List.of(Destination.CLIPBOARD, Destination.WINDOW)) {
            rig.dictationSettings(
                    old ->
                            new Settings.Dictation(
                                    old.hotkey(),
                                    old.hotkeyMode(),
                                    old.stopAfterSilence(),
                                    destination,
                                    old.restoreClipboard(),
                                    false,
                                    old.sounds()));
            rig.inputs.says(tone(2, 0.5f));
            rig.model.toggle(Origin.ELSEWHERE);
            assertThat(rig.model.overlayWanted().get()).isFalse();
            threads.await("the text", () -> text().contains("dear all."));
            rig.model.stop();
            awaitState(DictationState.Done.class);
        }
        assertThat(rig.inserted).isEmpty();
        assertThat(rig.copied).containsExactly("Good morning dear all.");
    }

    @Test
    void inPrivateNoSoundIsKept() throws Exception {
        rig.settings.change(old -> old.with(new Settings.Storage(0, true, true, "")));
        speak(2, "dear all.");
        rig.model.stop();
        awaitState(DictationState.Done.class);
        assertThat(rig.done.getFirst().audio()).isNull();
        assertThat(files()).isEmpty();
    }

    @Test
    void anEditedTextIsToldAndSaved() throws Exception {
        speak(2, "dear all.");
        rig.model.stop();
        awaitState(DictationState.Done.class);
        rig.model.editor().set("Good evening dear all.");
        rig.model.copy();
        assertThat(rig.copied).containsExactly("Good evening dear all.");
        assertThat(rig.changed).hasSize(1);
        assertThat(rig.changed.getFirst().created()).isEqualTo(rig.done.getFirst().created());
        rig.model.saveAs();
        assertThat(rig.saved.getFirst().text()).isEqualTo("Good evening dear all.");
        assertThat(rig.model.editor().get()).isEqualTo("Good evening dear all.");
        rig.model.copy();
        assertThat(rig.changed).hasSize(1);
    }

    @Test
    void aDiscardedTextCanBeHadBack() throws Exception {
        speak(2, "dear all.");
        rig.model.stop();
        awaitState(DictationState.Done.class);
        rig.model.discard();
        assertThat(rig.state()).isInstanceOf(DictationState.Idle.class);
        assertThat(rig.discarded).hasSize(1);
        Objects.requireNonNull(rig.model.progress().offer().get()).undo().run();
        assertThat(rig.state()).isInstanceOf(DictationState.Done.class);
        assertThat(rig.model.editor().get()).isEqualTo("Good morning dear all.");
        assertThat(rig.done).hasSize(2);
    }

    @Test
    void aRecordingThatWasLeftOverIsOfferedAndWritten() throws Exception {
        var left =
                new RecordingStore(folder).begin(java.time.Instant.parse("2026-01-02T03:04:05Z"));
        float[] sound = new float[32_000];
        tone(2, 0.3f).copyTo(sound, 0);
        left.write(sound, sound.length);
        left.close();
        rig.model.open();
        threads.await("the recording", () -> !rig.model.unfinished().isEmpty());
        assertThat(rig.model.unfinished().getFirst().length()).isEqualTo(Duration.ofSeconds(2));

        rig.model.retry(rig.model.unfinished().getFirst());
        awaitState(DictationState.Done.class);

        assertThat(rig.model.unfinished()).isEmpty();
        assertThat(rig.done.getFirst().created()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(rig.done.getFirst().text()).isEqualTo("Good morning dear all.");
        assertThat(rig.done.getFirst().audio()).exists();
        assertThat(new RecordingStore(folder).unfinished()).isEmpty();
    }

    @Test
    void theStarterIsKnownToBeInUse() throws Exception {
        assertThat(rig.model.starterInUse().get()).isFalse();
        rig.model.open();
        threads.await("models", () -> rig.model.starterInUse().get());
        threads.await("devices", () -> rig.model.looked().get());
        assertThat(rig.model.devices()).hasSize(1);
        rig.model.openModels();
        assertThat(rig.modelsOpened).isEqualTo(1);
    }
}
