package dev.sayso.app.dictation;

import dev.sayso.app.dictation.Dictation.Origin;
import dev.sayso.app.models.ReadyModel;
import dev.sayso.app.recognition.Transcriber;
import dev.sayso.app.recordings.RecordingStore;
import dev.sayso.engine.audio.Pcm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A dictation in which a script speaks, for the tests of it.
@Timeout(120)
abstract class ScriptedDictation {

    @TempDir Path folder;
    final TestThreads threads = new TestThreads();
    final ScriptedSpeech speech =
            new ScriptedSpeech().hears(0.5, "Good morning").hears(1, "dear all.");
    Transcriber.Opener opener = (_, _) -> speech;
    DictationRig rig;

    @BeforeEach
    void makeRig() {
        rig = rig(new RecordingStore(folder));
    }

    DictationRig rig(RecordingStore store) {
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
    static Pcm tone(double seconds, float size) {
        float[] samples = new float[(int) (seconds * Pcm.RATE)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (size * Math.sin(i * 0.2));
        }
        return Pcm.of(samples);
    }

    void speak(double seconds, String shown) throws InterruptedException {
        rig.inputs.says(tone(seconds, 0.5f));
        rig.model.toggle(Origin.WINDOW);
        threads.await("the text", () -> text().contains(shown));
    }

    String text() {
        return rig.model.progress().text().get().text();
    }

    void awaitState(Class<? extends DictationState> wanted) throws InterruptedException {
        threads.await(wanted.getSimpleName(), () -> wanted.isInstance(rig.state()));
    }

    DictationFailure failure() {
        return ((DictationState.Failed) rig.state()).failure();
    }

    List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".wav")).toList();
        }
    }
}
