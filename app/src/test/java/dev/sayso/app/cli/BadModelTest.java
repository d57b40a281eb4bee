package dev.sayso.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sayso.app.cli.CliRun.Result;
import dev.sayso.app.recognition.Transcriber;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The real engine on spoilt copies of the starter model, from the command line's words to its exit
/// code.
class BadModelTest {

    private static final Path STARTER = Path.of("../engine/starter-model");

    /// A way to spoil a model.
    @FunctionalInterface
    interface Spoiling {
        void spoil(Path model) throws IOException;
    }

    @TempDir Path folder;
    private CliRun cli;
    private Path model;
    private Path talk;

    @BeforeEach
    void copyTheStarter() throws IOException {
        cli = new CliRun(folder, ScriptedTranscriber.talking());
        cli.opener = Transcriber::open;
        talk =
                Files.copy(
                        STARTER.resolve("samples/05-known-male-voice.wav"),
                        folder.resolve("talk.wav"));
        model = Files.createDirectories(folder.resolve("größe 日本 " + "x".repeat(150)));
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(STARTER, "*.{json,txt,safetensors}")) {
            for (Path file : files) {
                Files.copy(file, model.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void theUnspoiltCopySpeaks() throws IOException {
        Result result = cli.run("transcribe", "--silent", "-d", model, talk);

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        String said = Files.readString(STARTER.resolve("samples/05-known-male-voice.txt"));
        assertThat(result.out()).isEqualTo(said.strip() + "\n");
    }

    static Stream<Arguments> spoilt() {
        return Stream.of(
                spoilt(
                        "",
                        "expected model.safetensors",
                        dir -> Files.delete(dir.resolve("model.safetensors"))),
                spoilt("model.safetensors", "", file -> Files.write(file, new byte[0])),
                spoilt("model.safetensors", "", file -> truncate(file, 5)),
                spoilt("model.safetensors", "", file -> truncate(file, 500)),
                spoilt(
                        "model.safetensors",
                        "missing",
                        file -> truncate(file, Files.size(file) / 2)),
                spoilt(
                        "model.safetensors",
                        "missing",
                        file -> truncate(file, Files.size(file) - 1)),
                spoilt(
                        "model.safetensors",
                        "expected finite values, found NaN",
                        file -> fill(file, (byte) 0xff)),
                spoilt("config.json", "expected a file, found", Files::delete),
                spoilt("config.json", "JSON", file -> truncate(file, 100)),
                spoilt(
                        "config.json",
                        "max_position_embeddings: expected at least",
                        file -> replace(file, "65536", "500")),
                spoilt("vocab.json", "expected a file, found", Files::delete),
                spoilt("vocab.json", "JSON", file -> truncate(file, 100)),
                spoilt("merges.txt", "expected a file, found", Files::delete),
                spoilt(
                        "tokenizer_config.json",
                        "<asr_text>",
                        file -> replace(file, "<asr_text>", "<other>")),
                spoilt(
                        "tokenizer_config.json",
                        "<|audio_start|>",
                        file -> replace(file, "<|audio_start|>", "<other>")));
    }

    private static Arguments spoilt(String file, String cause, Spoiling spoiling) {
        return arguments(file, cause, spoiling);
    }

    @ParameterizedTest(name = "{0}: {1} [{index}]")
    @MethodSource("spoilt")
    void aSpoiltModelIsNamedWithTheCause(String file, String cause, Spoiling spoiling)
            throws IOException {
        spoiling.spoil(model.resolve(file));
        List<String> before = cli.files();

        Result result = cli.run("transcribe", "-d", model, talk, "-o", folder.resolve("out.json"));

        assertThat(result.errLines()).as(result.err()).hasSize(1);
        assertThat(result.err())
                .startsWith("sayso: " + model.resolve(file) + ": ")
                .contains(cause)
                .doesNotContain("Exception");
        assertThat(result.code()).isEqualTo(ExitCode.MODEL);
        assertThat(result.out()).isEmpty();
        assertThat(cli.files()).isEqualTo(before);
    }

    /// Each weight is a number, but what comes of them is none; found only when the model is used.
    @Test
    void weightsThatOverflowAreADamagedModel() throws IOException {
        fill(model.resolve("model.safetensors"), (byte) 0x77);
        List<String> before = cli.files();

        Result result =
                cli.run("transcribe", "--silent", "-d", model, talk, "-o", folder.resolve("o.srt"));

        assertThat(result.err())
                .isEqualTo(
                        "sayso: "
                                + model
                                + ": damaged weights: the model's scores are not numbers\n");
        assertThat(result.code()).isEqualTo(ExitCode.MODEL);
        assertThat(result.out()).isEmpty();
        assertThat(cli.files()).isEqualTo(before);
    }

    @Test
    void whatIsNoFolderIsSaidToBeSo() {
        Result result = cli.run("transcribe", "-d", talk, talk);

        assertThat(result.code()).isEqualTo(ExitCode.MODEL);
        assertThat(result.err())
                .isEqualTo("sayso: " + talk + ": expected a model folder, found a file\n");
    }

    @Test
    void aPromptThatLeavesNoRoomIsTheUsersMistake() {
        Result result =
                cli.run("transcribe", "--silent", "-d", model, talk, "--prompt", "日".repeat(9000));

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .isEqualTo(
                        "sayso: --prompt: a context of 27000 tokens; at most 10000 are allowed\n");
    }

    private static void truncate(Path file, long size) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
    }

    private static void replace(Path file, String old, String other) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, other));
    }

    /// Every byte behind the header.
    private static void fill(Path file, byte value) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        long header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
        Arrays.fill(bytes, 8 + Math.toIntExact(header), bytes.length, value);
        Files.write(file, bytes);
    }
}
