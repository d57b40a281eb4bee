package dev.sayso.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.cli.CliRun.Result;
import dev.sayso.app.instance.Answer;
import dev.sayso.app.instance.Command;
import dev.sayso.app.instance.Request;
import dev.sayso.app.instance.SingleInstance;
import dev.sayso.app.instance.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WindowCommandsTest {

    @TempDir Path folder;
    private CliRun cli;
    private final List<Request> asked = new CopyOnWriteArrayList<>();

    @BeforeEach
    void prepare() throws IOException {
        cli = new CliRun(folder, ScriptedTranscriber.talking());
    }

    private SingleInstance window(Answer answer) throws IOException {
        return SingleInstance.claim(
                        cli.run,
                        request -> {
                            asked.add(request);
                            return answer;
                        })
                .orElseThrow();
    }

    @Test
    void theWindowIsAsked() throws IOException {
        try (var _ = window(new Answer.Done(null))) {
            for (String word : List.of("toggle", "start", "stop", "cancel", "show", "quit")) {
                assertThat(cli.run(word)).isEqualTo(new Result(0, "", ""));
            }
        }
        assertThat(asked)
                .extracting(Request::command)
                .containsExactly(
                        Command.TOGGLE,
                        Command.START,
                        Command.STOP,
                        Command.CANCEL,
                        Command.SHOW,
                        Command.QUIT);
    }

    @Test
    void withoutAWindowTheCodeIsFour() throws IOException {
        assertThat(cli.run("toggle"))
                .isEqualTo(
                        new Result(
                                4,
                                "",
                                "sayso: the window is not running; start it with: sayso"
                                        + System.lineSeparator()));
        assertThat(cli.run("cancel"))
                .isEqualTo(
                        new Result(
                                4,
                                "",
                                "sayso: the window is not running" + System.lineSeparator()));
        assertThat(cli.run("status")).isEqualTo(new Result(4, "not running\n", ""));
        assertThat(cli.run("status", "--json"))
                .isEqualTo(new Result(4, "{\"running\":false}\n", ""));
        assertThat(cli.run("open", cli.recording("talk.wav")).code()).isEqualTo(4);
    }

    @Test
    void whatTheWindowRefusesIsSaid() throws IOException {
        try (var _ = window(new Answer.Refused("there is no microphone\u001b[31m"))) {
            assertThat(cli.run("start"))
                    .isEqualTo(
                            new Result(
                                    1,
                                    "",
                                    "sayso: there is no microphone\\u001b[31m"
                                            + System.lineSeparator()));
        }
    }

    @Test
    void theStatusIsTold() throws IOException {
        Status status = new Status("listening", Duration.ofMillis(1500), "starter", 2);
        try (var _ = window(new Answer.Done(status))) {
            assertThat(cli.run("status").out())
                    .isEqualTo("listening, 1.5 s, model starter, files to do: 2\n");
            JsonNode json = JsonMapper.shared().readTree(cli.run("status", "--json").out());
            assertThat(json.path("running").asBoolean()).isTrue();
            assertThat(json.path("state").asString()).isEqualTo("listening");
            assertThat(json.path("recording_seconds").asDouble()).isEqualTo(1.5);
            assertThat(json.path("model").asString()).isEqualTo("starter");
            assertThat(json.path("files_waiting").asInt()).isEqualTo(2);
        }
    }

    @Test
    void filesAreOpenedByTheirWholeNames() throws IOException {
        Path talk = cli.recording("Gespräch 对话.wav");
        Path odd = Files.createDirectory(folder.resolve("-odd"));
        try (var _ = window(new Answer.Done(null))) {
            assertThat(cli.run("open", talk, "--", odd.toString()).code()).isZero();
            assertThat(cli.run("open", folder.resolve("none.wav")).err())
                    .contains("none.wav: no such file");
            assertThat(cli.run("open").code()).isEqualTo(2);
        }
        assertThat(asked)
                .containsExactly(
                        Request.open(List.of(talk.toAbsolutePath(), odd.toAbsolutePath())));
    }
}
