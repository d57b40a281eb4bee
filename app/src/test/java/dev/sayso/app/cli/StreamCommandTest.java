package dev.sayso.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sayso.app.cli.CliRun.Result;
import dev.sayso.app.recognition.Transcriber;
import dev.sayso.engine.Hints;
import dev.sayso.engine.StreamOptions;
import dev.sayso.engine.TranscriptEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// `sayso transcribe --stream` and its relatives.
class StreamCommandTest {

    private static final Path STARTER = Path.of("../engine/starter-model");

    @TempDir Path folder;
    private final ScriptedTranscriber talking = ScriptedTranscriber.talking();
    private CliRun cli;
    private Path talk;

    @BeforeEach
    void prepare() throws IOException {
        cli = new CliRun(folder, talking);
        talk = cli.recording("talk.wav");
    }

    @Test
    void streamsAFileAlsoWhenSilent() {
        Result result = cli.run("transcribe", "--stream", "--silent", talk);
        assertThat(result.code()).isZero();
        assertThat(result.out()).isEqualTo("Hello world. How are you?\n");
        assertThat(result.err()).isEmpty();
        assertThat(talking.streams).containsExactly(StreamOptions.defaults());
        assertThat(talking.heard).isEmpty();
    }

    @Test
    void handsEveryOptionToTheEngine() {
        Result result =
                cli.run(
                        "transcribe",
                        "--stream",
                        "--stream-chunk-sec",
                        "0.5",
                        "--stream-max-new-tokens",
                        "12",
                        "--vad-pause",
                        "1.25",
                        "--prompt",
                        "Anna",
                        talk);
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(talking.streams)
                .containsExactly(
                        StreamOptions.defaults()
                                .withRound(Duration.ofMillis(500))
                                .withMostNewTokens(12)
                                .withPause(Duration.ofMillis(1250)));
        assertThat(talking.hints).containsExactly(Hints.none().withContext("Anna"));
        cli.run("transcribe", "--stream", "--no-vad", talk);
        assertThat(talking.streams.getLast().detectSpeech()).isFalse();
    }

    @Test
    void readsStandardInputAsItComes() throws IOException {
        cli.stdin = Files.readAllBytes(talk);
        Result result = cli.run("transcribe", "--stdin", "--stream");
        assertThat(result.out()).isEqualTo("Hello world. How are you?\n");
        cli.stdin = new byte[32_000];
        Result raw = cli.run("transcribe", "--stdin", "--stream");
        assertThat(raw.err()).contains("stdin: 1.0 s of sound");
    }

    @Test
    void otherFormatsComeWhole() {
        Result result = cli.run("transcribe", "--stream", "--format", "srt", talk);
        // two cues of a second have no room for a gap between them
        assertThat(result.out())
                .isEqualTo("1\n00:00:00,000 --> 00:00:02,000\nHello world. How are you?\n\n");
        Path target = folder.resolve("talk.txt");
        assertThat(cli.run("transcribe", "--stream", "-o", target, talk).code()).isZero();
        assertThat(target).hasContent("Hello world. How are you?\n");
    }

    @Test
    void aTerminalSeesTentativeTextAPipeDoesNot() {
        cli.outShown = true;
        assertThat(cli.run("transcribe", "--stream", talk).out()).contains("\u001b[2mHello wor");
        cli.outShown = false;
        assertThat(cli.run("transcribe", "--stream", talk).out()).doesNotContain("\u001b");
    }

    @Test
    void whatIsTentativeIsNotLostWhenStopped() {
        ScriptedTranscriber stopped =
                new ScriptedTranscriber(
                        List.of(new TranscriptEvent.Tentative("Hello wor")),
                        List.of(),
                        () -> {
                            throw new InterruptedException();
                        });
        cli.opener = (_, _) -> stopped;
        Result result = cli.run("transcribe", "--stream", "--format", "json", talk);
        assertThat(result.code()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(result.out()).contains("Hello wor");
        Result text = cli.run("transcribe", "--stream", talk);
        assertThat(text.out()).isEqualTo("Hello wor\n");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("--vad", "--vad needs --stream or --live"),
                arguments("--stream-chunk-sec 2", "needs --stream or --live"),
                arguments("--stream --stream-chunk-sec 0.4", "from 0.5 to 8, found '0.4'"),
                arguments("--stream --stream-max-new-tokens 5", "from 6 to 1024"),
                arguments("--stream --vad-pause 0", "from 0.1 to 10"),
                arguments("--stream -S 30", "-S and --stream exclude each other"),
                arguments("--stream --skip-silence", "--skip-silence and --stream exclude"),
                arguments("--stream --vad --no-vad", "--vad and --no-vad exclude"),
                arguments("--stream --no-vad --vad-pause 1", "--vad-pause and --no-vad exclude"),
                arguments("--live", "--live and files exclude each other"),
                arguments("--device x", "--device needs --live"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refusesWhatDoesNotFitTogether(String options, String reason) {
        Object[] words = ("transcribe " + options + " " + talk).split(" ", -1);
        Result result = cli.run(words);
        assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains(reason);
        assertThat(talking.streams).isEmpty();
    }

    @Test
    void aStreamWithoutSoundIsAnErrorThatNamesIt() throws IOException {
        Path silent = folder.resolve("silent.wav");
        Files.write(silent, Arrays.copyOf(Files.readAllBytes(talk), 44));
        Path missing = folder.resolve("none.wav");
        Result result = cli.run("transcribe", "--stream", silent, missing, folder);
        assertThat(result.code()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(result.err())
                .contains(
                        silent + ": expected sound, found none",
                        missing + ": no such file",
                        folder + ": expected a recording, found a folder");
    }

    @Test
    void aMicrophoneThatIsNotThereIsNamed() {
        Result result = cli.run("transcribe", "--live", "--device", "no such device");
        assertThat(result.code()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(result.err()).contains("microphone no such device: not found");
    }

    @Test
    void listsDevicesOrSaysThatThereAreNone() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Result result = cli.run(out, out, "transcribe", "--list-devices");
        boolean none = result.out().isEmpty();
        assertThat(result.code()).isEqualTo(none ? ExitCode.SOME_FAILED : ExitCode.OK);
        assertThat(result.err()).isEqualTo(none ? "sayso: no microphone was found\n" : "");
    }

    @Test
    void theStarterModelStreams() {
        cli.opener = Transcriber::open;
        Path sample = STARTER.resolve("samples/01-unseen-female-voice.wav");
        Result result =
                cli.run("transcribe", "-d", STARTER, "--stream", "--no-vad", "--silent", sample);
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).isEqualTo("Eight three nine six zero three zero.\n");
    }
}
