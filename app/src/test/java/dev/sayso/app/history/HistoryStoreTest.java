package dev.sayso.app.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayso.app.transcript.TranscriptDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryStoreTest {

    @TempDir Path folder;

    @Test
    void whatIsAddedIsThereAfterARestart() throws IOException {
        Path sound = folder.resolve("recordings").resolve("a.wav");
        TranscriptDocument dictation = Texts.document(Texts.NOON, sound, "Guten Tag.", "你好。");
        Path film = folder.resolve("film.mp4");
        TranscriptDocument file = Texts.document(Texts.NOON.plusSeconds(1), film, "A film.");
        long first;
        long second;
        try (HistoryStore store = Texts.store(folder)) {
            first = store.add(EntryKind.DICTATION, dictation, null).orElseThrow();
            second = store.add(EntryKind.FILE, file, film).orElseThrow();
        }
        try (HistoryStore store = Texts.store(folder)) {
            assertThat(store.page(HistoryQuery.ALL, null, 10))
                    .extracting(HistoryRow::id, HistoryRow::preview)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(second, "A film."),
                            org.assertj.core.groups.Tuple.tuple(first, "Guten Tag. 你好。"));
            assertThat(store.entry(first))
                    .contains(
                            new HistoryEntry(
                                    first,
                                    EntryKind.DICTATION,
                                    EntryState.COMPLETE,
                                    null,
                                    dictation));
            assertThat(store.entry(second).orElseThrow().sound()).isEqualTo(film);
        }
    }

    @Test
    void theDataFolderCanBeMoved() throws IOException {
        Path before = Files.createDirectories(folder.resolve("before"));
        try (HistoryStore store = Texts.store(before)) {
            Path sound = before.resolve("recordings").resolve("a.wav");
            store.add(EntryKind.DICTATION, Texts.document(Texts.NOON, sound, "a"), null);
        }
        Path after = Files.move(before, folder.resolve("nach her 后"));
        try (HistoryStore store = Texts.store(after)) {
            assertThat(store.entry(1).orElseThrow().sound())
                    .isEqualTo(after.resolve("recordings").resolve("a.wav"));
        }
    }

    @Test
    void anEditReplacesTheText() throws IOException {
        try (HistoryStore store = Texts.store(folder)) {
            long id = store.add(EntryKind.DICTATION, Texts.document("a", "b"), null).orElseThrow();
            TranscriptDocument edited = Texts.document("c");

            assertThat(store.update(id, edited)).isTrue();

            assertThat(store.entry(id).orElseThrow().document()).isEqualTo(edited);
            assertThat(store.update(99, edited)).isFalse();
        }
    }

    @Test
    void anOpenEntryGrowsAndEnds() throws IOException {
        try (HistoryStore store = Texts.store(folder)) {
            OpenEntry open = store.begin(EntryKind.DICTATION, Texts.document(), null);
            open.append(Texts.cue(0, "One."));
            open.append(Texts.cue(5, "Two."));

            HistoryRow row = store.page(HistoryQuery.ALL, null, 1).getFirst();
            assertThat(row.state()).isEqualTo(EntryState.OPEN);
            assertThat(row.preview()).isEqualTo("One. Two.");
            assertThat(row.length()).isEqualTo(Duration.ofSeconds(6));

            open.finish(Texts.document("One, two."));

            HistoryEntry entry = store.entry(open.id().orElseThrow()).orElseThrow();
            assertThat(entry.state()).isEqualTo(EntryState.COMPLETE);
            assertThat(entry.document().text()).isEqualTo("One, two.");
        }
    }

    @Test
    void aDiscardedEntryCanBeTakenBackWithItsText() throws IOException {
        try (HistoryStore store = Texts.store(folder)) {
            OpenEntry open = store.begin(EntryKind.DICTATION, Texts.document(), null);
            open.append(Texts.cue(0, "Regret."));
            open.discard();
            assertThat(store.count(HistoryQuery.ALL)).isZero();

            store.restore(List.of(open.id().orElseThrow()));

            assertThat(store.count(new HistoryQuery("regret", null))).isEqualTo(1);
        }
    }

    @Test
    void aDeletionCanBeTakenBack() throws IOException {
        try (HistoryStore store = Texts.store(folder)) {
            Texts.fill(store, 20);
            List<HistoryRow> before = store.page(HistoryQuery.ALL, null, 100);

            store.delete(List.of(3L, 4L));
            assertThat(store.count(HistoryQuery.ALL)).isEqualTo(18);
            assertThat(store.count(new HistoryQuery("number2", null))).isZero();

            store.restore(List.of(3L, 4L));
            assertThat(store.page(HistoryQuery.ALL, null, 100)).isEqualTo(before);
        }
    }

    @Test
    void privateModeLeavesNothingOnTheDisk() throws IOException {
        AtomicBoolean secret = new AtomicBoolean(true);
        try (HistoryStore store =
                new HistoryStore(Texts.folders(folder), secret::get, Texts.at(Texts.NOON))) {
            assertThat(store.add(EntryKind.DICTATION, Texts.document("Geheimnis eins"), null))
                    .isEqualTo(OptionalLong.empty());
            OpenEntry open = store.begin(EntryKind.DICTATION, Texts.document(), null);
            open.append(Texts.cue(0, "Geheimnis zwei"));
            open.finish(Texts.document("Geheimnis zwei"));
            assertThat(store.count(HistoryQuery.ALL)).isZero();

            // switched on in the middle of a dictation
            secret.set(false);
            OpenEntry late = store.begin(EntryKind.DICTATION, Texts.document(), null);
            late.append(Texts.cue(0, "Geheimnis drei"));
            assertThat(filesWith("Geheimnis")).isNotEmpty();
            secret.set(true);
            late.finish(Texts.document("Geheimnis drei"));

            assertThat(store.count(HistoryQuery.ALL)).isZero();
            assertThat(filesWith("Geheimnis")).isEmpty();
            assertThat(filesWith("geheimnis")).isEmpty();
        }
    }

    @Test
    void whatIsClearedIsNotOnTheDiskAnyMore() throws IOException {
        try (HistoryStore store = Texts.store(folder)) {
            Texts.fill(store, 300);
            long id =
                    store.add(EntryKind.DICTATION, Texts.document("Lebkuchen"), null).orElseThrow();
            store.update(id, Texts.document("Lebkuchen und Printen"));
            assertThat(filesWith("Lebkuchen")).isNotEmpty();

            assertThat(store.clear()).isEqualTo(301);

            assertThat(filesWith("Lebkuchen")).isEmpty();
            assertThat(filesWith("lebkuchen")).isEmpty();
            assertThat(filesWith("printen")).isEmpty();
        }
    }

    private List<Path> filesWith(String phrase) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve("cache")))
                    .filter(file -> contains(file, phrase))
                    .toList();
        }
    }

    private static boolean contains(Path file, String phrase) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(phrase);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void changesAreTold() throws IOException {
        try (HistoryStore store = Texts.store(folder)) {
            AtomicInteger changes = new AtomicInteger();
            store.onChange(changes::incrementAndGet);

            long id = store.add(EntryKind.DICTATION, Texts.document("a"), null).orElseThrow();
            store.update(id, Texts.document("b"));
            store.delete(List.of(id));
            store.restore(List.of(id));
            store.clear();

            assertThat(changes).hasValue(5);
        }
    }

    @Test
    void aFullDiskIsNamedAndLosesNothing() throws IOException {
        try (HistoryStore store = Texts.store(folder)) {
            long id = store.add(EntryKind.DICTATION, Texts.document("kept"), null).orElseThrow();
            store.use(open -> open.read(_ -> limit(open)));

            TranscriptDocument large = Texts.document("large ".repeat(200_000));
            assertThatThrownBy(() -> store.add(EntryKind.DICTATION, large, null))
                    .isInstanceOfSatisfying(
                            HistoryException.class,
                            e ->
                                    assertThat(e.reason())
                                            .isEqualTo(HistoryException.Reason.DISK_FULL))
                    .hasMessageContaining("history.db")
                    .hasMessageContaining("the disk is full");

            assertThat(store.entry(id).orElseThrow().document().text()).isEqualTo("kept");
            assertThat(store.count(HistoryQuery.ALL)).isEqualTo(1);
        }
    }

    private static boolean limit(Database open) throws java.sql.SQLException {
        open.execute("PRAGMA max_page_count = 60");
        return true;
    }

    @Test
    void onlyTheUserCanReadTheDatabase() throws IOException {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "the file system knows no such rights");
        try (HistoryStore store = Texts.store(folder)) {
            store.add(EntryKind.DICTATION, Texts.document("a"), null);

            for (String name : List.of("history.db", "history.db-wal", "history.db-shm")) {
                assertThat(
                                PosixFilePermissions.toString(
                                        Files.getPosixFilePermissions(folder.resolve(name))))
                        .as(name)
                        .isEqualTo("rw-------");
            }
        }
    }
}
