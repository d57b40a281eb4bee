package dev.sayso.app.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryDamageTest {

    @TempDir Path folder;

    @Test
    void whatIsNoDatabaseIsSetAsideWhole() throws IOException {
        Files.writeString(folder.resolve("history.db"), "no database at all".repeat(100));

        try (HistoryStore store = Texts.store(folder)) {
            store.add(EntryKind.DICTATION, Texts.document("new"), null);

            Path aside = store.setAside().orElseThrow();
            assertThat(aside.getFileName()).hasToString("history.broken-20261127-120000.db");
            assertThat(aside).content().startsWith("no database at all");
            assertThat(store.count(HistoryQuery.ALL)).isEqualTo(1);
        }
        try (HistoryStore store = Texts.store(folder)) {
            assertThat(store.setAside()).isEmpty();
            assertThat(store.count(HistoryQuery.ALL)).isEqualTo(1);
        }
    }

    @Test
    void pagesOverwrittenAreFoundAtTheStart() throws IOException {
        try (HistoryStore store = Texts.store(folder)) {
            Texts.fill(store, 500);
        }
        Path file = folder.resolve("history.db");
        byte[] noise = new byte[8 * 4096];
        new Random(1).nextBytes(noise);
        try (RandomAccessFile inside = new RandomAccessFile(file.toFile(), "rw")) {
            inside.seek(10 * 4096);
            inside.write(noise);
        }

        try (HistoryStore store = Texts.store(folder)) {
            assertThat(store.count(HistoryQuery.ALL)).isZero();
            assertThat(store.setAside().orElseThrow()).hasSize(Files.size(store.setAside().get()));
            assertThat(store.setAside()).isPresent();
        }
    }

    @Test
    void twoInOneSecondDoNotReplaceEachOther() throws IOException {
        for (String content : new String[] {"first", "second"}) {
            Files.writeString(folder.resolve("history.db"), content.repeat(200));
            try (HistoryStore store = Texts.store(folder)) {
                assertThat(store.setAside().orElseThrow()).content().startsWith(content);
            }
            Files.delete(folder.resolve("history.db"));
        }
        assertThat(folder.resolve("history.broken-20261127-120000.db")).exists();
        assertThat(folder.resolve("history.broken-20261127-120000-2.db")).exists();
    }

    @Test
    void aNewerDatabaseIsLeftAlone() throws IOException {
        try (HistoryStore store = Texts.store(folder)) {
            store.use(
                    open ->
                            open.read(
                                    _ -> {
                                        open.execute("PRAGMA user_version = 99");
                                        return true;
                                    }));
        }
        try (HistoryStore store = Texts.store(folder)) {
            assertThatThrownBy(() -> store.count(HistoryQuery.ALL))
                    .isInstanceOfSatisfying(
                            HistoryException.class,
                            e -> assertThat(e.reason()).isEqualTo(HistoryException.Reason.TOO_NEW))
                    .hasMessageContaining("found 99");
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.contains("broken"));
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamedAndTriedAgain() throws IOException {
        Path file = Files.createDirectories(folder.resolve("history.db"));

        try (HistoryStore store = Texts.store(folder)) {
            assertThatThrownBy(() -> store.count(HistoryQuery.ALL))
                    .isInstanceOfSatisfying(
                            HistoryException.class,
                            e ->
                                    assertThat(e.reason())
                                            .isEqualTo(HistoryException.Reason.NOT_ALLOWED));
            Files.delete(file);
            assertThat(store.count(HistoryQuery.ALL)).isZero();
        }
    }
}
