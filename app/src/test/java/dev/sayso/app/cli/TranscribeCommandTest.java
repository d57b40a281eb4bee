package dev.sayso.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.cli.CliRun.Result;
import dev.sayso.engine.EngineOptions;
import dev.sayso.engine.Hints;
import dev.sayso.engine.Language;
import dev.sayso.engine.PastText;
import dev.sayso.engine.TranscriptEvent.Committed;
import dev.sayso.engine.TranscriptEvent.Progress;
import dev.sayso.engine.TranscriptEvent.Tentative;
import dev.sayso.engine.audio.Pcm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TranscribeCommandTest {

    private static final String TEXT = "Hello world. How are you?\n";

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
    void printsTheTextAndSaysHowFastItWas() {
        Result result = cli.run("transcribe", talk);

        assertThat(result.code()).isZero();
        assertThat(result.out()).isEqualTo(TEXT);
        assertThat(result.errLines()).hasSize(2);
        assertThat(result.errLines().getFirst()).startsWith("model tiny, opened in ");
        assertThat(result.errLines().getLast())
                .isEqualTo(talk + ": 1.0 s of sound in 0.05 s, 20.0 times real time");
        assertThat(talking.closed).isTrue();
    }

    @Test
    void printsEachTokenAsItIsDecoded() {
        List<String> pieces = new ArrayList<>();
        ByteArrayOutputStream all =
                new ByteArrayOutputStream() {
                    @Override
                    public void write(byte[] bytes) {
                        pieces.add(new String(bytes, StandardCharsets.UTF_8));
                    }
                };
        cli.run(all, all, "transcribe", talk);

        assertThat(pieces).containsExactly("Hello", " wor", "ld.", " How", " are you?", "\n");
    }

    @Test
    void silentSaysNothingButTheTextAndDebugSaysWhereTheTimeWent() {
        assertThat(cli.run("transcribe", talk, "--silent").err()).isEmpty();
        List<String> lines = cli.run("transcribe", talk, "--silent", "--debug").errLines();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .isEqualTo(
                        talk
                                + ": mel 10 ms, encoder 10 ms (13 audio tokens), prefill 10 ms"
                                + " (28 tokens), decode 10 ms (7 tokens, 1.4 ms each)");
        assertThat(lines.get(1)).isEqualTo("warm-up 50 % done in 120 ms");
        assertThat(lines.get(2)).matches("first text \\d+ ms after the program's start");
    }

    @Test
    void warmsUpForTheEngineItWillOpenWaitsForItAndStopsInTheEnd() {
        List<Object> seen = new ArrayList<>();
        ScriptedWarming warming = new ScriptedWarming();
        cli.warming =
                options -> {
                    seen.add(options);
                    return warming;
                };
        cli.opener =
                (folder, options) -> {
                    seen.add(options);
                    seen.add(folder);
                    return talking;
                };
        cli.run("transcribe", talk, "--precision", "int8");

        assertThat(seen).hasSize(3);
        assertThat(seen.get(0)).isEqualTo(seen.get(1));
        assertThat(warming.awaited).isEqualTo(seen.get(2));
        assertThat(warming.closed).isTrue();
    }

    @Test
    void othersDoNotWarmUp() {
        cli.warming =
                _ -> {
                    throw new AssertionError("warmed up");
                };
        assertThat(cli.run("models", "list").code()).isZero();
        assertThat(cli.run("transcribe", "--help").code()).isZero();
        assertThat(cli.run("bench", "--runs", "1", talk).code()).isZero();
    }

    @Test
    void handsEveryOptionToTheEngine() {
        List<Object> opened = new ArrayList<>();
        cli.opener =
                (model, options) -> {
                    opened.add(model);
                    opened.add(options);
                    return talking;
                };
        Path model = cli.models.resolve("tiny");
        Result result =
                cli.run(
                        "transcribe",
                        "-d",
                        model,
                        "-i",
                        talk,
                        "-t",
                        "3",
                        "-S",
                        "30",
                        "-W",
                        "2.5",
                        "--past-text",
                        "yes",
                        "--skip-silence",
                        "--enc-window-sec",
                        "4",
                        "--prompt",
                        "names: Ecobee",
                        "--language",
                        "ja");

        assertThat(result.code()).isZero();
        assertThat(opened)
                .containsExactly(
                        model,
                        EngineOptions.defaults()
                                .withThreads(3)
                                .withEncoderWindowSeconds(4)
                                .withCacheFolder(cli.weights));
        assertThat(talking.hints)
                .containsExactly(
                        new Hints(
                                Language.JAPANESE,
                                "names: Ecobee",
                                Duration.ofSeconds(30),
                                Duration.ofMillis(2500),
                                PastText.YES,
                                true));
    }

    @Test
    void withoutOptionsTheEngineDecides() {
        List<EngineOptions> options = new ArrayList<>();
        cli.opener =
                (_, wanted) -> {
                    options.add(wanted);
                    return talking;
                };
        cli.run("transcribe", talk);
        cli.run("transcribe", talk, "--language", "auto", "--language=AUTO");
        cli.run("transcribe", talk, "--language", "auto");

        assertThat(options)
                .containsOnly(EngineOptions.defaults().withCacheFolder(cli.weights))
                .hasSize(2);
        assertThat(talking.hints).containsOnly(Hints.none());
    }

    @Test
    void takesLanguagesByCodeAndByName() {
        List<Language> wanted = new ArrayList<>();
        for (Language language : Language.values()) {
            cli.run("transcribe", talk, "--language", language.code());
            cli.run("transcribe", talk, "--language", language.modelName());
            wanted.add(language);
            wanted.add(language);
        }

        assertThat(talking.hints).hasSize(60);
        assertThat(talking.hints).extracting(Hints::language).isEqualTo(wanted);
    }

    @Test
    void readsStandardInputAsWavOrAsBareSamples() throws IOException {
        cli.stdin = Files.readAllBytes(talk);
        assertThat(cli.run("transcribe", "--stdin").out()).isEqualTo(TEXT);
        cli.stdin = new byte[3200];
        assertThat(cli.run("transcribe", "--stdin", "--silent").err()).isEmpty();

        assertThat(talking.heard).extracting(Pcm::length).containsExactly(Pcm.RATE, 1600);
    }

    @Test
    void standardInputCutInsideASampleIsAWarning() {
        cli.stdin = new byte[3201];
        Result result = cli.run("transcribe", "--stdin", "--silent");

        assertThat(result.code()).isZero();
        assertThat(result.errLines()).hasSize(1);
        assertThat(result.err()).startsWith("sayso: warning: stdin: ");
    }

    @Test
    void severalFilesHaveHeadersAndABadOneStopsNone() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.wav"), "nothing of the kind");
        Path more = cli.recording("more.wav");
        Result result = cli.run("transcribe", "--silent", "-i", talk, "-i", bad, more);

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .isEqualTo("==> %s <==\n%s\n==> %s <==\n%s".formatted(talk, TEXT, more, TEXT));
        assertThat(result.errLines()).hasSize(1);
        assertThat(result.err()).startsWith("sayso: " + bad + ": expected a WAV file");
    }

    @Test
    void theModelIsOpenedOnceAndOnlyWhenNeeded() throws IOException {
        List<Path> opened = new ArrayList<>();
        cli.opener =
                (model, _) -> {
                    opened.add(model);
                    return talking;
                };
        cli.run("transcribe", folder.resolve("none.wav"));
        assertThat(opened).isEmpty();
        cli.run("transcribe", talk, cli.recording("b.wav"));
        assertThat(opened).hasSize(1);
    }

    @Test
    void takesNamesThatLookLikeSomethingElse() throws IOException {
        for (String name : List.of("@talk.wav", "größe 日本.wav", "new\nline.wav", "%s${x}.wav")) {
            assertThat(cli.run("transcribe", cli.recording(name)).out()).isEqualTo(TEXT);
        }
        assertThat(cli.run("transcribe", "--", "-x.wav").err())
                .isEqualTo("sayso: -x.wav: no such file\n");
        assertThat(cli.run("transcribe", "-i", "-x.wav").err())
                .isEqualTo("sayso: -x.wav: no such file\n");
        assertThat(cli.run("transcribe", folder.resolve("a\nb\u001b.wav")).err())
                .isEqualTo("sayso: " + folder + "/a\\nb\\u001b.wav: no such file\n");
    }

    @Test
    void anInterruptPrintsWhatThereIs() {
        ScriptedTranscriber stopped =
                new ScriptedTranscriber(
                        List.of(
                                new Committed(ScriptedTranscriber.segment("Hello.", 0, 1)),
                                new Progress(Duration.ofSeconds(1), Duration.ofSeconds(9)),
                                new Tentative("How are")),
                        List.of(),
                        () -> {
                            throw new InterruptedException();
                        });
        cli.opener = (_, _) -> stopped;
        Path target = folder.resolve("out.json");

        Result text = cli.run("transcribe", talk, talk);
        assertThat(text.code()).isEqualTo(130);
        assertThat(text.out()).isEqualTo("==> " + talk + " <==\nHello. How are\n");
        assertThat(text.err()).endsWith("interrupted\n");
        assertThat(stopped.closed).isTrue();

        JsonNode json =
                JsonMapper.shared().readTree(cli.run("transcribe", talk, "--format=json").out());
        assertThat(json.path("complete").asBoolean()).isFalse();
        assertThat(json.path("text").asString()).isEqualTo("Hello. How are");
        assertThat(json.path("segments").get(1).path("start").asDouble()).isEqualTo(1.0);
        assertThat(json.path("segments").get(1).path("end").asDouble()).isEqualTo(9.0);
        assertThat(json.path("duration").asDouble()).isEqualTo(1.0);

        Result file = cli.run("transcribe", talk, "-o", target);
        assertThat(file.code()).isEqualTo(130);
        assertThat(file.out()).isEqualTo("Hello. How are\n");
        assertThat(target).doesNotExist();
    }

    @Test
    void anInterruptedReadIsAnInterruptNotAFailure() {
        Thread.currentThread().interrupt();
        Result result = cli.run("transcribe", talk);

        assertThat(Thread.interrupted()).isFalse();
        assertThat(result.code()).isEqualTo(130);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void endsQuietlyWhenNobodyReads() {
        Result result = cli.run(failing("Broken pipe"), new ByteArrayOutputStream(), full());

        assertThat(result.code()).isEqualTo(141);
        assertThat(result.err()).isEmpty();
        assertThat(talking.closed).isTrue();
    }

    @Test
    void saysWhenStandardOutputIsFull() {
        Result result =
                cli.run(failing("No space left on device"), new ByteArrayOutputStream(), full());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).isEqualTo("sayso: standard output: No space left on device\n");
    }

    @Test
    void runningOutOfMemoryIsSaidAndTheRestGoesOn() throws IOException {
        cli.opener =
                (_, _) ->
                        new ScriptedTranscriber(
                                List.of(new Tentative("Hel")),
                                List.of(),
                                () -> {
                                    throw new OutOfMemoryError("Java heap space");
                                });
        Result result = cli.run("transcribe", "--silent", talk, cli.recording("b.wav"));

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.errLines()).hasSize(2);
        assertThat(result.err()).startsWith("sayso: " + talk + ": not enough memory");
        assertThat(result.out()).endsWith("Hel\n");
    }

    @Test
    void warningsOfTheRunReachTheUser() {
        cli.opener =
                (_, _) ->
                        new ScriptedTranscriber(
                                List.of(), List.of("a repetition was cut"), () -> {});
        Result result = cli.run("transcribe", "--silent", talk);

        assertThat(result.out()).isEqualTo("\n");
        assertThat(result.err()).isEqualTo("sayso: warning: " + talk + ": a repetition was cut\n");
    }

    @Test
    void theProgressBarStaysOutOfTextOnTheSameTerminal() {
        cli.errShown = true;
        Result apart = cli.run("transcribe", talk);
        assertThat(apart.err()).contains("talk.wav  [------------------------]");

        cli.outShown = true;
        Result shared = cli.run("transcribe", talk);
        int drawn = shared.err().split("\\[[#-]{24}]", -1).length - 1;
        assertThat(drawn).as("drawn before the first text only").isOne();
        assertThat(shared.out()).isEqualTo(TEXT);
    }

    private Object[] full() {
        return new Object[] {"transcribe", "--silent", talk};
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
    }
}
