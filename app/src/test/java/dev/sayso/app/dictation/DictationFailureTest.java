package dev.sayso.app.dictation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.dictation.Dictation.Origin;
import dev.sayso.app.dictation.DictationFailure.Kind;
import dev.sayso.app.microphone.InputDevice;
import dev.sayso.app.recordings.FullDisk;
import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.audio.WavFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What goes wrong has a name, and costs as little as it must.
class DictationFailureTest extends ScriptedDictation {

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
        awaitState(DictationState.Listening.class);
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
}
