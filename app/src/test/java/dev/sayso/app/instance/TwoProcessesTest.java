package dev.sayso.app.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The window and those who ask it are processes of their own.
@Timeout(120)
class TwoProcessesTest {

    @TempDir Path temp;
    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    private BufferedReader start() throws IOException {
        String path =
                System.getProperty("jdk.module.path", "")
                        + System.getProperty("path.separator")
                        + System.getProperty("java.class.path")
                        + System.getProperty("path.separator")
                        + testClasses();
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                path,
                                OwnerProcess.class.getName(),
                                temp.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        processes.add(process);
        return process.inputReader(StandardCharsets.UTF_8);
    }

    private static Path testClasses() {
        try {
            // five packages above it
            return Path.of(OwnerProcess.class.getResource("OwnerProcess.class").toURI())
                    .resolve("../../../../..")
                    .normalize();
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void theSecondFindsTheFirstAndAKilledOneLeavesTheRight() throws Exception {
        InstanceClient client = new InstanceClient(temp);
        assertThat(start().readLine()).isEqualTo("mine");
        assertThat(start().readLine()).isEqualTo("taken");
        Path file = temp.resolve("Grüße 你好.wav").toAbsolutePath();

        assertThat(client.send(Request.open(List.of(file))))
                .isEqualTo(new Answer.Refused("open [" + file + "]"));
        assertThat(SingleInstance.claim(temp, _ -> new Answer.Done(null))).isEmpty();

        processes.getFirst().destroyForcibly().waitFor();
        // its socket is still there
        assertThat(Address.socketFile(temp)).exists();
        assertThatThrownBy(() -> client.send(Request.of(Command.TOGGLE)))
                .isInstanceOf(NotRunningException.class);
        try (var mine = SingleInstance.claim(temp, _ -> new Answer.Done(null)).orElseThrow()) {
            assertThat(mine).isNotNull();
            assertThat(client.send(Request.of(Command.TOGGLE))).isEqualTo(new Answer.Done(null));
        }
    }
}
