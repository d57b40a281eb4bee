package dev.sayso.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Real processes, really terminated.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no SIGTERM")
class StopSignalTest {

    @Test
    void theMainThreadIsInterruptedAndFinishesItsLine() throws Exception {
        Ended ended = terminate("patient");

        assertThat(ended.said()).isEqualTo("so far\nthe end\n");
        assertThat(ended.code()).isEqualTo(143);
        assertThat(ended.took()).isLessThan(Duration.ofMillis(600));
    }

    @Test
    void aThreadThatDoesNotListenIsNotWaitedForLong() throws Exception {
        Ended ended = terminate("deaf");

        assertThat(ended.said()).isEqualTo("so far\n");
        assertThat(ended.took()).isBetween(Duration.ofMillis(550), Duration.ofSeconds(3));
    }

    private record Ended(String said, int code, Duration took) {}

    private static Ended terminate(String manner) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String path = classes(StopSignal.class) + File.pathSeparator + classes(Slow.class);
        Process process =
                new ProcessBuilder(java, "-Xshare:auto", "-cp", path, Slow.class.getName(), manner)
                        .redirectErrorStream(true)
                        .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String first = out.readLine();
            long start = System.nanoTime();
            // not Process.destroy, which also closes its streams
            process.toHandle().destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            StringBuilder said = new StringBuilder(first + "\n");
            out.lines().forEach(line -> said.append(line).append('\n'));
            return new Ended(said.toString(), process.exitValue(), took);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Path classes(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /// A run that prints its first words and then has much to do.
    static final class Slow {

        private Slow() {}

        public static void main(String[] arguments) throws IOException {
            StopSignal stop = StopSignal.listenFor(Thread.currentThread());
            System.out.println("so far");
            boolean listens = arguments[0].equals("patient");
            while (!(listens && Thread.interrupted())) {
                Thread.onSpinWait();
            }
            System.out.println("the end");
            stop.finished();
        }
    }
}
