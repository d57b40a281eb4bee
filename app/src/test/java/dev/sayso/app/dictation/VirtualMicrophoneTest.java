package dev.sayso.app.dictation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.dictation.Dictation.Origin;
import dev.sayso.app.dictation.DictationFailure.Kind;
import dev.sayso.app.microphone.SoundCard;
import dev.sayso.app.models.ReadyModel;
import dev.sayso.app.recognition.Transcriber;
import dev.sayso.app.recordings.RecordingStore;
import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.audio.WavFile;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/// Dictates into a real device of the system; `app/src/test/scripts/virtual-microphone.sh` makes
/// one where there is none.
@EnabledIfEnvironmentVariable(
        named = "SAYSO_VIRTUAL_MICROPHONE",
        matches = "speech",
        disabledReason = "run it by app/src/test/scripts/virtual-microphone.sh")
@Timeout(180)
class VirtualMicrophoneTest {

    private static final Path STARTER = Path.of("..", "engine", "starter-model");
    private static final Path SAMPLE = STARTER.resolve("samples/04-known-female-voice.wav");

    @TempDir private Path folder;
    private final TestThreads threads = new TestThreads();

    @Test
    void whatIsPlayedIsWrittenAndALostServerIsSaid() throws Exception {
        try (SoundCard card = new SoundCard();
                DictationRig rig =
                        new DictationRig(
                                folder,
                                new RecordingStore(folder),
                                ReadyModel.of(STARTER),
                                Transcriber::open,
                                threads.threads(),
                                card)) {
            assertThat(card.devices()).isNotEmpty();
            rig.model.toggle(Origin.WINDOW);
            threads.await("listening", () -> rig.state() instanceof DictationState.Listening);
            // the first word must not be cut, however soon it comes
            assertThat(run("paplay", SAMPLE.toString())).isZero();
            threads.pass(400);
            rig.model.stop();
            threads.await("done", () -> rig.state() instanceof DictationState.Done);
            assertThat(rig.model.editor().get()).startsWith("The code is three seven zero.");
            Path audio = Objects.requireNonNull(rig.done.getFirst().audio());
            assertThat(likeness(WavFile.read(SAMPLE).pcm(), WavFile.read(audio).pcm()))
                    .isGreaterThan(0.95);

            rig.model.toggle(Origin.WINDOW);
            threads.await("some sound", () -> rig.model.status().seconds() > 1);
            long start = System.nanoTime();
            run("pactl", "exit");
            threads.await("the loss", () -> rig.state() instanceof DictationState.Failed);
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(3));
            DictationFailure failure = ((DictationState.Failed) rig.state()).failure();
            assertThat(failure.kind()).isEqualTo(Kind.MICROPHONE_LOST);
            assertThat(failure.recording()).exists();
        }
    }

    private int run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).inheritIO().start();
        threads.await(command[0], () -> !process.isAlive());
        return process.exitValue();
    }

    /// The best correlation of a sound with a part of a longer one.
    private static double likeness(Pcm played, Pcm recorded) {
        double best = 0;
        double norm = energy(played, 0, played.length());
        for (int shift = 0; shift + played.length() <= recorded.length(); shift++) {
            double sum = 0;
            // every 7th sample is enough to find the place
            for (int i = 0; i < played.length(); i += 7) {
                sum += played.at(i) * recorded.at(shift + i);
            }
            if (7 * sum > best * norm) {
                double all = 0;
                for (int i = 0; i < played.length(); i++) {
                    all += played.at(i) * recorded.at(shift + i);
                }
                double other = energy(recorded, shift, played.length());
                best = Math.max(best, all / Math.sqrt(norm * other));
            }
        }
        return best;
    }

    private static double energy(Pcm sound, int from, int length) {
        double sum = 0;
        for (int i = from; i < from + length; i++) {
            sum += sound.at(i) * sound.at(i);
        }
        return sum;
    }
}
