package dev.sayso.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeTraceTest {

    private static final String SPOKEN = "mein geheimes Diktat";

    private static Throwable broken() {
        IOException cause = new IOException("/home/anna/x.wav: expected 2 channels, found 9");
        cause.addSuppressed(new NumberFormatException("For input string: \"" + SPOKEN + "\""));
        return new IllegalStateException(SPOKEN, cause);
    }

    @Test
    void keepsWhereItBrokeAndWhatFilesSaidButNotWhatWasSpoken() {
        String trace = SafeTrace.of(broken(), "/home/anna");

        assertThat(trace)
                .startsWith("java.lang.IllegalStateException: (message left out)\n    at ")
                .contains("because of java.io.IOException: ~/x.wav: expected 2 channels, found 9")
                .contains("and java.lang.NumberFormatException: (message left out)")
                .contains("SafeTraceTest.broken(SafeTraceTest.java:")
                .doesNotContain("geheim", "anna");
    }

    @Test
    void anExceptionThatCausesItselfEnds() {
        IOException one = new IOException("one");
        IOException two = new IOException("two", one);
        one.initCause(two);

        assertThat(SafeTrace.of(one, "").split("IOException", -1)).hasSize(3);
    }

    @Test
    void anEndlessRecursionIsCut() {
        StackOverflowError error = new StackOverflowError();
        StackTraceElement[] frames = new StackTraceElement[1024];
        java.util.Arrays.fill(frames, new StackTraceElement("A", "b", "A.java", 1));
        error.setStackTrace(frames);

        assertThat(SafeTrace.of(error, "").lines().count()).isEqualTo(62);
    }

    @Test
    void aReportHasTheVersionAndTheSystem() {
        String system = SystemFacts.of(System.getProperties()).summary();

        assertThat(CrashReport.of(broken(), "1.2.3", system, "/home/anna").details())
                .startsWith("Sayso 1.2.3\nSystem: ")
                .contains("Java: 2", "processors", "IllegalStateException")
                .doesNotContain("geheim");
    }

    @Test
    void theLogHasNeitherAndStaysSmall(@TempDir Path temp) throws Exception {
        Path folder = temp.resolve("Protokolle 100 %g");
        try (CrashLog log = CrashLog.open(folder, "/home/anna")) {
            log.write("something broke", broken());
            Logger.getLogger("dev.sayso.elsewhere").log(Level.WARNING, "a warning");
            for (int i = 0; i < 20_000; i++) {
                log.write("a line of some length, which is written again and again: " + i);
            }
            log.write("the last one", broken());
        }
        StringBuilder all = new StringBuilder();
        long bytes = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
                all.append(Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        assertThat(bytes).isLessThan(4 * 256 * 1024);
        assertThat(all.toString())
                .contains("SEVERE dev.sayso.app: the last one\njava.lang.IllegalStateException")
                .doesNotContain("geheim", "anna");
    }

    @Test
    void whatBreaksOnAnyThreadIsWrittenAndTold(@TempDir Path temp) throws Exception {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Throwable thrown = broken();
        Throwable[] told = new Throwable[1];
        try (CrashLog log = CrashLog.open(temp, "")) {
            log.watch(t -> told[0] = t);
            Thread thread =
                    Thread.ofPlatform()
                            .name("worker")
                            .unstarted(
                                    () -> {
                                        throw new IllegalStateException("x", thrown);
                                    });
            thread.start();
            thread.join();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertThat(told[0]).hasCause(thrown);
        assertThat(Files.readString(temp.resolve("sayso-0.log")))
                .contains("thread \"worker\" broke")
                .doesNotContain("geheim");
    }

    @Test
    void aPanelThatEndsIsNoCrash(@TempDir Path temp) throws Exception {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        UnsupportedOperationException awt =
                new UnsupportedOperationException("The system tray is not supported");
        awt.setStackTrace(
                new StackTraceElement[] {
                    new StackTraceElement("sun.awt.X11.XTrayIconPeer$3$1", "run", "X.java", 215)
                });
        Throwable[] told = new Throwable[1];
        try (CrashLog log = CrashLog.open(temp, "")) {
            log.watch(t -> told[0] = t);
            Thread thread =
                    Thread.ofPlatform()
                            .unstarted(
                                    () -> {
                                        throw awt;
                                    });
            thread.start();
            thread.join();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertThat(told[0]).isNull();
        assertThat(Files.readString(temp.resolve("sayso-0.log"))).contains("XTrayIconPeer");
    }
}
