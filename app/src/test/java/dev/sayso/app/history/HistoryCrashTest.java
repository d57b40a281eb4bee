package dev.sayso.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.folders.AppFolders;
import dev.sayso.engine.Joint;
import java.io.BufferedReader;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/// A real process, really killed.
class HistoryCrashTest {

    @TempDir Path folder;

    @Test
    void whatWasCommittedOutlivesTheProcess() throws Exception {
        int committed = killAfter(25);

        try (HistoryStore store = Texts.store(folder)) {
            HistoryEntry entry = store.brokenOff().getFirst();
            assertThat(store.setAside()).isEmpty();
            assertThat(entry.state()).isEqualTo(EntryState.BROKEN_OFF);
            assertThat(entry.document().cues()).hasSizeGreaterThanOrEqualTo(committed);
            assertThat(entry.document().cues().get(committed - 1).text())
                    .isEqualTo("Satz" + (committed - 1) + ".");
            // and it is found
            assertThat(store.count(new HistoryQuery("satz" + (committed - 1), null))).isEqualTo(1);
            assertThat(store.count(new HistoryQuery("vorher", null))).isEqualTo(1);
        }
    }

    private int killAfter(int pieces) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String path =
                String.join(
                        File.pathSeparator,
                        classes(HistoryStore.class),
                        classes(HistoryWriter.class),
                        classes(AppFolders.class),
                        classes(Joint.class),
                        classes(SQLiteDataSource.class));
        Process process =
                new ProcessBuilder(
                                java,
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                path,
                                HistoryWriter.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            int seen = 0;
            for (String line = out.readLine(); line != null && seen < pieces; ) {
                seen = Integer.parseInt(line);
                line = out.readLine();
            }
            assertThat(seen).isEqualTo(pieces);
            // SIGKILL: nothing of the process runs any more
            process.toHandle().destroyForcibly();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            return seen;
        } finally {
            process.destroyForcibly();
        }
    }

    private static String classes(Class<?> some) throws URISyntaxException {
        return Path.of(some.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    }
}
