package dev.sayso.app.dictation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sayso.app.dictation.Dictation.Origin;
import dev.sayso.app.dictation.DictationFailure.Kind;
import dev.sayso.app.recordings.RecordingStore;
import dev.sayso.app.settings.Settings;
import dev.sayso.app.transcript.TranscriptDocument;
import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.audio.WavFile;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// From the first word to the kept text, and ways to end before.
class DictationTest extends ScriptedDictation {

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
        // the script speaks faster than the window is told that it listens
        awaitState(DictationState.Listening.class);
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
