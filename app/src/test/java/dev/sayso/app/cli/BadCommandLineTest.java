package dev.sayso.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sayso.app.cli.CliRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each bad command line gives one clear line and an exit code, no stack trace, no file.
class BadCommandLineTest {

    @TempDir Path folder;
    private CliRun cli;

    @BeforeEach
    void prepare() throws IOException {
        cli = new CliRun(folder, ScriptedTranscriber.talking());
        cli.opener =
                (model, _) -> {
                    if (!Files.exists(model.resolve("config.json"))) {
                        throw new IOException(model + "/config.json: no such file");
                    }
                    return ScriptedTranscriber.talking();
                };
        Path talk = cli.recording("talk.wav");
        Files.createDirectories(folder.resolve("other"));
        Files.copy(talk, folder.resolve("other/talk.wav"));
        byte[] wav = Files.readAllBytes(talk);
        Files.write(folder.resolve("empty.wav"), new byte[0]);
        Files.write(folder.resolve("cut.wav"), Arrays.copyOf(wav, 20));
        Files.write(folder.resolve("silent.wav"), Arrays.copyOf(wav, 44));
        Files.writeString(folder.resolve("notes.wav"), "just some text that is long enough");
        Files.writeString(folder.resolve("song.mp3"), "ID3 not a WAV file at all, as it says");
        Files.writeString(folder.resolve("file"), "");
        Files.createDirectories(folder.resolve("nomodel"));
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                arguments("none.wav", "no such file"),
                arguments("other", "expected a recording, found a folder"),
                arguments("empty.wav", ""),
                arguments("cut.wav", ""),
                arguments("silent.wav", ""),
                arguments("notes.wav", "expected a WAV file"),
                arguments("song.mp3", "expected audio or video, found a damaged file"),
                arguments("file/talk.wav", "not a directory"),
                arguments("a".repeat(300) + ".wav", "too long"),
                arguments("fehlt-größe-日本.wav", "no such file"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void aRecordingThatCannotBeReadIsNamedWithTheCause(String name, String cause)
            throws IOException {
        Path target = folder.resolve("out.txt");
        List<String> before = cli.files();
        for (Object[] arguments :
                new Object[][] {
                    {"transcribe", folder.resolve(name)},
                    {"transcribe", "-i", folder.resolve(name), "-o", target}
                }) {
            Result result = cli.run(arguments);

            assertThat(result.code()).isEqualTo(ExitCode.SOME_FAILED);
            assertThat(result.out()).isEmpty();
            assertThat(result.errLines()).hasSize(1);
            assertThat(result.err())
                    .startsWith("sayso: " + folder.resolve(name) + ": ")
                    .containsIgnoringCase(cause)
                    .doesNotContain("Exception");
        }
        assertThat(cli.files()).isEqualTo(before);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("transcribe", "name a recording, or use --stdin"),
                arguments("transcribe --stdin talk.wav", "--stdin and files exclude each other"),
                arguments("transcribe talk.wav -d m --model n", "-d and --model exclude"),
                arguments("transcribe talk.wav -t 0", "'-t': expected a whole number from 1"),
                arguments("transcribe talk.wav -t two", "found 'two'"),
                arguments("transcribe talk.wav -t 99999999999", "found '99999999999'"),
                arguments("transcribe talk.wav -S -1", "'-S': expected a number of seconds"),
                arguments("transcribe talk.wav -S NaN", "found 'NaN'"),
                arguments("transcribe talk.wav -S Infinity", "found 'Infinity'"),
                arguments("transcribe talk.wav -W 1e300", "found '1e300'"),
                arguments("transcribe talk.wav -W", "parameter for option '-W'"),
                arguments("transcribe talk.wav --enc-window-sec 9", "number from 1 to 8"),
                arguments("transcribe talk.wav --enc-window-sec 0", "number from 1 to 8"),
                arguments("transcribe talk.wav --past-text maybe", "yes, no or auto"),
                arguments("transcribe talk.wav --language klingon", "zh (Chinese), en (English)"),
                arguments("transcribe talk.wav --format doc", "txt, json, srt or vtt"),
                arguments("transcribe talk.wav --loud", "Unknown option: '--loud'"),
                arguments("transcribe -i -t 3", "parameter for option '-i'"),
                arguments("transcribe talk.wav -o missing/out.txt", "there is no folder"),
                arguments("transcribe talk.wav -o missing/", "expected a folder that exists"),
                arguments("transcribe talk.wav notes.wav -o a.txt", "a folder that exists"),
                arguments("transcribe talk.wav other/talk.wav -o other", "two recordings"),
                arguments("transcribe talk.wav -o talk.wav", "would overwrite a recording"),
                arguments("transcribe talk.wav -o other/../talk.wav", "would overwrite"),
                arguments("transcribe talk.wav -o a.txt --beside", "exclude each other"),
                arguments("transcribe --stdin --beside", "standard input has no folder"),
                arguments("transcribe talk.wav notes.wav --format srt", "name a folder with -o"),
                arguments("transcribe nul\0.wav", "a name that this system and locale can have"),
                arguments("transcribe talk.wav -d \0", "a name that this system and locale"),
                arguments("models", "sayso models list"),
                arguments("models lists", "'lists'"),
                arguments("talk.wav", "talk.wav'"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongCommandLineIsExplained(String line, String cause) throws IOException {
        List<String> before = cli.files();
        Result result = cli.run((Object[]) inFolder(line));

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("sayso: ").contains(cause);
        assertThat(result.errLines()).hasSize(2);
        assertThat(result.errLines().getLast()).matches("Try 'sayso.* --help'\\.");
        assertThat(cli.files()).isEqualTo(before);
    }

    static Stream<Arguments> badModels() {
        return Stream.of(
                arguments("-d missing", "missing/config.json: no such file"),
                arguments("-d nomodel", "nomodel/config.json: no such file"),
                arguments("--model huge", "model huge: expected one of tiny, starter"),
                arguments("--model ../models/tiny", "expected one of tiny, starter"));
    }

    @ParameterizedTest
    @MethodSource("badModels")
    void aModelThatCannotBeOpenedIsNamed(String options, String cause) throws IOException {
        List<String> before = cli.files();
        Result result = cli.run((Object[]) inFolder("transcribe talk.wav -o out.srt " + options));

        assertThat(result.code()).isEqualTo(ExitCode.MODEL);
        assertThat(result.out()).isEmpty();
        assertThat(result.errLines()).hasSize(1);
        assertThat(result.err()).startsWith("sayso: ").contains(cause);
        assertThat(cli.files()).isEqualTo(before);
    }

    @Test
    void emptyStandardInputIsAnError() {
        Result result = cli.run("transcribe", "--stdin");

        assertThat(result.code()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(result.errLines()).hasSize(1);
        assertThat(result.err()).startsWith("sayso: stdin: ");
    }

    @Test
    void aResultThatCannotBeWrittenIsPrintedAndLeavesNothingBehind() throws IOException {
        // a folder in the place where the result of a folder of results would go
        Path results = folder.resolve("results");
        Path place = Files.createDirectories(results.resolve("talk.txt"));
        List<String> before = cli.files();
        Result result =
                cli.run("transcribe", "--silent", folder.resolve("talk.wav"), "-o", results);

        assertThat(result.code()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(result.errLines()).hasSize(1);
        assertThat(result.err())
                .isEqualTo(
                        "sayso: "
                                + place
                                + ": cannot be written: is a directory; printed instead\n");
        assertThat(result.out()).isEqualTo("Hello world. How are you?\n");
        assertThat(cli.files()).isEqualTo(before);
    }

    @Test
    void aStackTraceIsShownToThoseWhoAsk() {
        Result result = cli.run("transcribe", "--debug", folder.resolve("none.wav"));

        assertThat(result.errLines().getFirst()).endsWith("none.wav: no such file");
        assertThat(result.err()).contains("\tat dev.sayso");
    }

    @Test
    void aFaultOfOursIsNotBlamedOnTheUser() {
        cli.opener =
                (_, _) -> {
                    throw new IllegalStateException("bug");
                };
        Result result = cli.run("transcribe", folder.resolve("talk.wav"));

        assertThat(result.code()).isEqualTo(ExitCode.INTERNAL);
        assertThat(result.err()).startsWith("sayso: a fault in the program, please report it:\n");
    }

    /// Words that name something in the folder become its path.
    private String[] inFolder(String line) {
        return Stream.of(line.split(" "))
                .map(word -> isPath(word) ? folder + "/" + word : word)
                .toArray(String[]::new);
    }

    private static boolean isPath(String word) {
        return word.matches(".*\\.(wav|txt|srt)|missing/?|nomodel|other") && !word.startsWith("..");
    }
}
