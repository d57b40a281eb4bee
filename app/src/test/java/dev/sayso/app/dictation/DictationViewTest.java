package dev.sayso.app.dictation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.dictation.Dictation.Origin;
import dev.sayso.app.models.ReadyModel;
import dev.sayso.app.recognition.ModelState;
import dev.sayso.app.recordings.RecordingFile;
import dev.sayso.app.recordings.RecordingStore;
import dev.sayso.app.ui.FxTest;
import dev.sayso.app.ui.Toasts;
import dev.sayso.engine.audio.Pcm;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import javafx.application.ColorScheme;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DictationViewTest extends FxTest {

    private static final String FIRST = "Good morning John, I hope you are well.";
    private static final String SECOND = "The meeting was moved to Wednesday at half past nine";

    @TempDir private Path folder;
    private final ScriptedSpeech speech = new ScriptedSpeech().hears(0.5, FIRST).hears(2, SECOND);
    private DictationRig rig;

    @BeforeEach
    void makeRig() {
        rig =
                new DictationRig(
                        folder,
                        new RecordingStore(folder),
                        new ReadyModel("scripted", folder, null, false),
                        (_, _) -> speech,
                        Threads.ofWindow());
    }

    private void show(ColorScheme colours, Locale language, double width) {
        show(
                () -> {
                    Toasts toasts = new Toasts();
                    return new StackPane(
                            new DictationView(rig.model, language, toasts), toasts.view());
                },
                colours,
                width,
                640);
        onFx(
                () -> {
                    rig.model.open();
                    return null;
                });
        await(
                "devices and models",
                () -> rig.model.looked().get() && rig.model.starterInUse().get());
    }

    @AfterEach
    void end() {
        onFx(
                () -> {
                    rig.model.close();
                    return null;
                });
        rig.recognition.close();
    }

    /// Something like speech, for the waveform.
    private static Pcm babble(double seconds, double size) {
        Random random = new Random(7);
        float[] samples = new float[(int) (seconds * Pcm.RATE)];
        double loud = 0;
        for (int i = 0; i < samples.length; i++) {
            if (i % 1600 == 0) {
                loud = size * Math.max(0.01, Math.sin(i / 9000.0)) * random.nextDouble();
            }
            samples[i] = (float) (loud * Math.sin(i * 0.11));
        }
        return Pcm.of(samples);
    }

    /// Clicks where something stands once nothing moves any more.
    private void click(String what) {
        Bounds[] last = new Bounds[1];
        await(
                "rest",
                () -> {
                    Node node = lookup(what).query();
                    Bounds now = node.localToScene(node.getBoundsInLocal());
                    boolean rests = now.equals(last[0]);
                    last[0] = now;
                    return rests;
                });
        clickOn(what);
    }

    private boolean is(Class<? extends DictationState> state) {
        return state.isInstance(rig.state());
    }

    private static void onWindow(Runnable work) {
        onFx(
                (Callable<Void>)
                        () -> {
                            work.run();
                            return null;
                        });
    }

    @Test
    void speakReadStopEditFindAndCopy() throws Exception {
        show(ColorScheme.LIGHT, Locale.ENGLISH, 860);
        snapshot("dictation-idle-light");
        rig.inputs.says(babble(9, 0.9));

        click("#record");
        await("tentative text", () -> rig.model.progress().text().get().tentative().equals(SECOND));
        assertThat(lookup(".live-committed").tryQuery()).isPresent();
        assertThat(lookup("Listening").tryQuery()).isPresent();
        snapshot("dictation-listening-light");

        click("#record");
        await("done", () -> is(DictationState.Done.class));
        TextArea editor = lookup(".editor").query();
        assertThat(editor.getText()).isEqualTo(FIRST + " " + SECOND);
        snapshot("dictation-done-light");

        onWindow(editor::requestFocus);
        onWindow(() -> editor.positionCaret(4));
        write("X");
        assertThat(editor.getText()).startsWith("GoodX");
        onWindow(editor::undo);
        assertThat(editor.getText()).isEqualTo(FIRST + " " + SECOND);
        onWindow(editor::undo);
        assertThat(editor.getText()).as("what was heard is not undone").startsWith(FIRST);

        press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        write("half");
        await("found", () -> editor.getSelectedText().equals("half"));
        snapshot("dictation-find-light");
        type(KeyCode.ESCAPE);
        assertThat(is(DictationState.Done.class)).isTrue();

        click("#copy");
        assertThat(rig.copied).containsExactly(FIRST + " " + SECOND);
        assertThat(lookup("Copied.").tryQuery()).isPresent();
    }

    @Test
    void escapeCancelsAndTheToastRestores() throws Exception {
        show(ColorScheme.DARK, Locale.ENGLISH, 860);
        snapshot("dictation-idle-dark");
        rig.inputs.says(babble(3, 1.2));
        click("#record");
        await("the text", () -> rig.model.progress().text().get().tentative().equals(SECOND));
        onWindow(rig.model::pause);
        snapshot("dictation-paused-dark");
        onWindow(rig.model::pause);
        type(KeyCode.ESCAPE);
        await("cancelled", () -> is(DictationState.Idle.class));
        await("a toast", () -> lookup("Restore").tryQuery().isPresent());
        snapshot("dictation-cancelled-dark");

        click("Restore");
        await("done", () -> is(DictationState.Done.class));
        assertThat(rig.done.getFirst().text()).isEqualTo(FIRST + " " + SECOND);
        snapshot("dictation-done-dark");
    }

    @Test
    void aRecordingOfAKilledProgramIsOffered() throws Exception {
        RecordingFile left =
                new RecordingStore(folder).begin(Instant.parse("2026-01-02T03:04:05Z"));
        float[] sound = new float[48_000];
        babble(3, 0.5).copyTo(sound, 0);
        left.write(sound, sound.length);
        left.close();
        show(ColorScheme.LIGHT, Locale.GERMAN, 620);
        await("the card", () -> lookup("_Aufschreiben").tryQuery().isPresent());
        snapshot("dictation-unfinished-light-de");
        click("_Aufschreiben");
        await("done", () -> is(DictationState.Done.class));
        assertThat(rig.done.getFirst().text()).isEqualTo(FIRST + " " + SECOND);
        assertThat(rig.model.unfinished()).isEmpty();
        snapshot("dictation-done-light-de");
    }

    @Test
    void whatGoesWrongIsSaid() throws Exception {
        show(ColorScheme.LIGHT, Locale.ENGLISH, 860);
        onWindow(() -> rig.model.modelIs(new ModelState.Loading("qwen3-asr-0.6b")));
        rig.inputs.muted();
        onWindow(() -> rig.model.toggle(Origin.WINDOW));
        await("muted", () -> rig.model.progress().level().get().muted());
        snapshot("dictation-muted-loading-light");
        onWindow(rig.model::cancel);

        rig.inputs.has();
        onWindow(rig.model::refreshDevices);
        await("no device", () -> rig.model.devices().isEmpty());
        snapshot("dictation-no-microphone-light");
        onWindow(() -> rig.model.toggle(Origin.WINDOW));
        await("failed", () -> is(DictationState.Failed.class));
        snapshot("dictation-failed-light");
    }

    @Test
    void aLanguageIsSearchedAndChosen() throws Exception {
        show(ColorScheme.LIGHT, Locale.ENGLISH, 860);
        click("#language");
        await("the list", () -> lookup(".choice-popup").tryQuery().isPresent());
        write("germ");
        type(KeyCode.ENTER);
        await(
                "German",
                () ->
                        rig.settings.get().transcription().language()
                                == dev.sayso.engine.Language.GERMAN);
        assertThat(lookup("German").tryQuery()).isPresent();
    }
}
