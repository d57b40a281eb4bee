package dev.sayso.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.cli.CliRun.Result;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CliTest {

    @TempDir Path folder;
    private CliRun cli;

    @BeforeEach
    void prepare() throws IOException {
        cli = new CliRun(folder, ScriptedTranscriber.talking());
    }

    @Test
    void saysItsVersion() {
        assertThat(cli.run("--version")).isEqualTo(new Result(0, "sayso 1.2.3\n", ""));
        assertThat(cli.run("-V").out()).isEqualTo("sayso 1.2.3\n");
    }

    @Test
    void helpsWithoutArgumentsAndWhenAsked() {
        Result alone = cli.run();

        assertThat(alone.code()).isZero();
        assertThat(alone.out()).startsWith("Usage: sayso").contains("transcribe", "models");
        assertThat(cli.run("--help").out()).isEqualTo(alone.out());
    }

    @Test
    void theHelpNamesEveryOptionAndExitCode() {
        String help = cli.run("transcribe", "--help").out();

        assertThat(help)
                .contains(
                        "-d=",
                        "-i=",
                        "--stdin",
                        "-t=",
                        "-S=",
                        "-W=",
                        "--past-text",
                        "--skip-silence",
                        "--enc-window-sec",
                        "--no-cache",
                        "--prompt",
                        "--language",
                        "--debug",
                        "--silent",
                        "--format",
                        "-o=",
                        "--model",
                        "--beside",
                        "mk (Macedonian)")
                .contains("  3    the model", "  130   interrupted");
        assertThat(help.lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void listsModels() {
        Result result = cli.run("models", "list");

        assertThat(result.code()).isZero();
        assertThat(result.out().lines().toList().getFirst())
                .isEqualTo("tiny         0.0 MB  installed  " + cli.models.resolve("tiny"));
        assertThat(result.out()).contains("\nstarter").contains("bundled");
    }

    @Test
    void listsModelsAsJson() {
        JsonNode models = JsonMapper.shared().readTree(cli.run("models", "list", "--json").out());

        assertThat(models.size()).isEqualTo(2);
        assertThat(models.get(0).path("name").asString()).isEqualTo("tiny");
        assertThat(models.get(0).path("bytes").asLong()).isEqualTo(2);
        assertThat(models.get(0).path("problem").isNull()).isTrue();
        assertThat(models.get(1).path("kind").asString()).isEqualTo("bundled");
    }

    @Test
    void writesACompletionScript() {
        assertThat(cli.run("generate-completion").out()).contains("--enc-window-sec");
    }
}
