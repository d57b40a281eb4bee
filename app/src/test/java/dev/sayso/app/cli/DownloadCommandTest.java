package dev.sayso.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.cli.CliRun.Result;
import dev.sayso.app.models.download.DownloadException.Reason;
import dev.sayso.app.models.download.DownloadProgress;
import dev.sayso.app.models.download.DownloadProgress.Phase;
import dev.sayso.app.models.download.FakeHost;
import dev.sayso.app.models.download.Tricks;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadCommandTest {

    private static final String NAME = "Qwen3-ASR-0.6B";

    @TempDir Path folder;
    private CliRun cli;
    private FakeHost host;

    @BeforeEach
    void prepare() throws IOException {
        cli = new CliRun(folder, ScriptedTranscriber.talking());
        host = FakeHost.withModel(300_000);
        host.repository = "Qwen/Qwen3-ASR-0.6B";
    }

    @AfterEach
    void close() throws IOException {
        host.close();
    }

    private Result download(String name) {
        return cli.run("models", "download", name, "--mirror", host.address());
    }

    @Test
    void downloadsAModelThatCanBeUsed() {
        Result result = download("qwen3-asr-0.6b");

        assertThat(result)
                .isEqualTo(
                        new Result(
                                0,
                                NAME
                                        + "  complete and verified  "
                                        + cli.models.resolve(NAME)
                                        + "\n",
                                ""));
        assertThat(cli.run("models", "list").out()).startsWith(NAME);
    }

    @Test
    void anInterruptStopsAndTheSameCommandGoesOn() throws Exception {
        host.next("model.safetensors", Tricks.stallAfter(100_000));
        Result[] result = new Result[1];
        Thread run = Thread.ofPlatform().start(() -> result[0] = download(NAME));
        while (host.requests.stream().noneMatch(path -> path.endsWith("model.safetensors"))) {
            Thread.sleep(5);
        }
        run.interrupt();
        run.join();

        assertThat(result[0].code()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(result[0].err()).contains("the same command goes on");
        assertThat(cli.run("models", "list").out()).doesNotContain(NAME);
        assertThat(download(NAME).code()).isZero();
    }

    @Test
    void saysWhatItKnowsAndWhatWentWrong() {
        Result unknown = download("whisper");
        assertThat(unknown.code()).isEqualTo(ExitCode.USAGE);
        assertThat(unknown.err()).contains("whisper: expected one of Qwen3-ASR-0.6B, ");
        assertThat(download("starter").code()).isEqualTo(ExitCode.USAGE);

        host.next("revision/main", Tricks.status(404));
        Result missing = download(NAME);
        assertThat(missing.code()).isEqualTo(ExitCode.MODEL);
        assertThat(missing.err()).contains(NAME, "found status 404");
        assertThat(cli.run("models", "download", NAME, "--mirror", "x").err())
                .contains("mirror: expected an address");
    }

    @Test
    void theBarShowsSizeSpeedAndTimeLeft() {
        DownloadProgress fetching =
                new DownloadProgress(
                        Phase.FETCHING, "x", 1, 2, 470_000_000, 1_880_000_000, 12e6, null);
        assertThat(ProgressBar.line("Qwen", fetching))
                .isEqualTo(
                        "Qwen  [######------------------]  25 %  470.0 MB of 1.88 GB  12.0 MB/s"
                                + "  1:58 left");
        DownloadProgress waiting =
                new DownloadProgress(
                        Phase.WAITING, "x", 1, 2, 0, 1_880_000_000, 12e6, Reason.OFFLINE);
        assertThat(ProgressBar.line("Qwen", waiting)).endsWith("trying again soon (OFFLINE)");
        assertThat(ProgressBar.line("Qwen", DownloadProgress.none()))
                .isEqualTo("Qwen  asking for the list of files");
    }
}
