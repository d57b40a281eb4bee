package dev.sayso.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.dictation.DictationState;
import dev.sayso.app.dictation.ScriptedSpeech;
import dev.sayso.app.instance.Answer;
import dev.sayso.app.instance.Command;
import dev.sayso.app.instance.InstanceClient;
import dev.sayso.app.instance.Request;
import dev.sayso.app.instance.Status;
import dev.sayso.app.recordings.KilledRecorder;
import dev.sayso.app.recordings.RecordingStore;
import dev.sayso.app.settings.Settings;
import dev.sayso.app.settings.Settings.Destination;
import dev.sayso.engine.audio.Pcm;
import java.io.BufferedReader;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the window does for another process: for one that was killed, and for one that calls.
@Timeout(120)
class RecoveryTest extends AppTest {

    private final ScriptedSpeech speech =
            new ScriptedSpeech().hears(0.5, "What was said").hears(1, "before the end.");

    @Test
    void theRecordingOfAKilledProgramIsOfferedAndWritten() throws Exception {
        Path recordings = Files.createDirectories(folder.resolve("home").resolve("recordings"));
        Process killed = recorder(recordings);
        try (BufferedReader out = killed.inputReader()) {
            // two seconds are on the disk
            assertThat(out.readLine()).isEqualTo("recorded 16000");
            assertThat(out.readLine()).isEqualTo("recorded 32000");
            // SIGKILL: no finally, no shutdown hook
            killed.destroyForcibly();
        }
        assertThat(killed.waitFor(10, TimeUnit.SECONDS)).isTrue();

        begin((_, _) -> speech, settings -> settings);
        await("the offer", () -> !run().app.dictation().unfinished().isEmpty());
        click("_Write it down");
        await(
                "the text",
                () ->
                        run().app.dictation().progress().state().get()
                                instanceof DictationState.Done);
        assertThat(run().app.dictation().editor().get()).isEqualTo("What was said before the end.");
        assertThat(run().app.dictation().unfinished()).isEmpty();
        end();
    }

    private static Process recorder(Path into) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes =
                Stream.of(KilledRecorder.class, RecordingStore.class, Pcm.class)
                        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                        .map(location -> Path.of(location.getPath()).toString())
                        .distinct()
                        .collect(Collectors.joining(File.pathSeparator));
        return new ProcessBuilder(
                        java, "-cp", classes, KilledRecorder.class.getName(), into.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void anotherProcessTogglesAsksAndOpens() throws Exception {
        begin((_, _) -> speech, RecoveryTest::toTheClipboard);
        InstanceClient client = new InstanceClient(run().runFolder());
        assertThat(status(client.send(Request.of(Command.STATUS))).state()).isEqualTo("idle");

        run().inputs.says(Pcm.of(new float[2 * Pcm.RATE]));
        client.send(Request.of(Command.TOGGLE));
        await(
                "the words",
                () -> run().app.dictation().progress().text().get().text().length() > 20);
        assertThat(status(client.send(Request.of(Command.STATUS))).state()).isEqualTo("listening");
        await("all is said", () -> run().inputs.saidAll());
        client.send(Request.of(Command.TOGGLE));
        await("the text", () -> clipboard().equals("What was said before the end."));

        Path missing = folder.resolve("missing.wav").toAbsolutePath();
        client.send(Request.open(List.of(missing)));
        await("the file", () -> run().app.files().rows().size() == 1);
        await("its place", () -> shown(".files-table") != null);
        end();
    }

    private static Settings toTheClipboard(Settings settings) {
        Settings.Dictation old = settings.dictation();
        return settings.with(
                new Settings.Dictation(
                        old.hotkey(),
                        old.hotkeyMode(),
                        old.stopAfterSilence(),
                        Destination.CLIPBOARD,
                        old.restoreClipboard(),
                        old.overlay(),
                        false));
    }

    private static Status status(Answer answer) {
        return Objects.requireNonNull(((Answer.Done) answer).status());
    }
}
