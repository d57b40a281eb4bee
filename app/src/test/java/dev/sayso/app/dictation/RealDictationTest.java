package dev.sayso.app.dictation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.dictation.Dictation.Origin;
import dev.sayso.app.models.ReadyModel;
import dev.sayso.app.recognition.Transcriber;
import dev.sayso.app.recordings.RecordingStore;
import dev.sayso.engine.audio.WavFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// With the starter model, as it is used.
@Timeout(120)
class RealDictationTest {

    private static final Path STARTER = Path.of("..", "engine", "starter-model");
    private static final String SAID =
            "The class starts this evening. Please call seven two nine, three one six. I will visit"
                    + " the director this morning.";

    @TempDir private Path folder;
    private final TestThreads threads = new TestThreads();

    @Test
    void speechBecomesTextWhileItIsSpoken() throws Exception {
        try (DictationRig rig =
                new DictationRig(
                        folder,
                        new RecordingStore(folder),
                        ReadyModel.of(STARTER),
                        Transcriber::open,
                        threads.threads())) {
            rig.inputs.says(WavFile.read(STARTER.resolve("samples/05-known-male-voice.wav")).pcm());
            List<String> committed = new ArrayList<>();
            rig.model.progress().text().subscribe(text -> committed.add(text.committed()));
            rig.model.toggle(Origin.WINDOW);
            threads.await("a text", () -> !rig.model.progress().text().get().text().isEmpty());
            assertThat(rig.state()).isInstanceOf(DictationState.Listening.class);
            // the microphone goes on: what comes now is the room
            threads.await("all is said", () -> rig.inputs.saidAll());
            rig.model.stop();
            threads.await("done", () -> rig.state() instanceof DictationState.Done);

            assertThat(rig.model.editor().get()).isEqualTo(SAID);
            for (int i = 1; i < committed.size(); i++) {
                assertThat(committed.get(i)).startsWith(committed.get(i - 1));
            }
            assertThat(rig.model.progress().speed().get()).isPositive();
            rig.model.copy();
            assertThat(rig.copied).containsExactly(SAID);
            assertThat(rig.done.getFirst().cues()).hasSize(3);
        }
    }
}
