package dev.sayso.app.dictation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.dictation.Dictation.Origin;
import dev.sayso.app.dictation.DictationPorts.Delivery;
import dev.sayso.app.settings.Settings;
import dev.sayso.app.settings.Settings.Destination;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Where the text goes, and what can be done with it.
class DictationTextTest extends ScriptedDictation {

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
}
