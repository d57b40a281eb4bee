package dev.sayso.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What goes for good, and what never does.
class HistoryEraseTest {

    private static final Duration UNDO = Duration.ofMinutes(5);

    @TempDir Path folder;
    private HistoryStore store;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(folder.resolve("recordings"));
        store = Texts.store(folder);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    private Path file(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "sound");
    }

    private Path recording(String name) throws IOException {
        return file("recordings/" + name);
    }

    private long add(EntryKind kind, Instant created, Path sound) throws IOException {
        return store.add(kind, Texts.document(created, sound, "text"), null).orElseThrow();
    }

    @Test
    void theOldAreErasedWithTheirRecordings() throws IOException {
        Instant old = Texts.NOON.minus(Duration.ofDays(30));
        Path oldSound = recording("old.wav");
        Path newSound = recording("new.wav");
        add(EntryKind.DICTATION, old, oldSound);
        long kept = add(EntryKind.DICTATION, old.plusSeconds(1), newSound);

        assertThat(store.tidy(UNDO, 30)).isEqualTo(1);

        assertThat(store.page(HistoryQuery.ALL, null, 10))
                .extracting(HistoryRow::id)
                .containsExactly(kept);
        assertThat(oldSound).doesNotExist();
        assertThat(newSound).exists();
    }

    @Test
    void zeroDaysMeansForEver() throws IOException {
        add(EntryKind.DICTATION, Instant.EPOCH, recording("old.wav"));

        assertThat(store.tidy(UNDO, 0)).isZero();
    }

    @Test
    void theUsersOwnFilesStay() throws IOException {
        Path film = file("film.mp4");
        Path inRecordings = recording("mine.wav");
        Path outside = file("outside.wav");
        store.add(EntryKind.FILE, Texts.document(Instant.EPOCH, film, "a"), film);
        store.add(EntryKind.FILE, Texts.document(Instant.EPOCH, inRecordings, "b"), inRecordings);
        add(EntryKind.DICTATION, Instant.EPOCH, outside);
        add(EntryKind.DICTATION, Instant.EPOCH, folder.resolve("recordings/../outside.wav"));
        add(EntryKind.DICTATION, Instant.EPOCH, folder.resolve("recordings"));

        assertThat(store.tidy(UNDO, 1)).isEqualTo(5);

        assertThat(List.of(film, inRecordings, outside)).allMatch(Files::exists);
        assertThat(folder.resolve("recordings")).isDirectory();
    }

    @Test
    void aRecordingThatAnotherEntryPlaysStays() throws IOException {
        Path sound = recording("twice.wav");
        add(EntryKind.DICTATION, Instant.EPOCH, sound);
        add(EntryKind.DICTATION, Texts.NOON, sound);

        assertThat(store.tidy(UNDO, 1)).isEqualTo(1);
        assertThat(sound).exists();

        assertThat(store.clear()).isEqualTo(1);
        assertThat(sound).doesNotExist();
    }

    @Test
    void aDeletedEntryIsErasedWhenItIsTooLateToTakeItBack() throws IOException {
        Path sound = recording("a.wav");
        long id = add(EntryKind.DICTATION, Texts.NOON, sound);
        store.delete(List.of(id));

        assertThat(store.tidy(UNDO, 0)).isZero();
        assertThat(sound).exists();

        assertThat(store.tidy(Duration.ZERO, 0)).isEqualTo(1);
        assertThat(sound).doesNotExist();
        assertThat(store.entry(id)).isEmpty();
    }

    @Test
    void whatIsBeingWrittenStays() throws IOException {
        OpenEntry open =
                store.begin(
                        EntryKind.DICTATION,
                        Texts.document(Instant.EPOCH, recording("now.wav")),
                        null);
        open.append(Texts.cue(0, "now"));

        assertThat(store.tidy(UNDO, 1)).isZero();
        assertThat(store.clear()).isZero();
        assertThat(store.count(HistoryQuery.ALL)).isEqualTo(1);
    }

    @Test
    void aRecordingThatCannotBeDeletedKeepsItsEntry() throws IOException {
        Path stubborn = Files.createDirectories(folder.resolve("recordings/stubborn.wav"));
        Files.writeString(stubborn.resolve("inside"), "makes the folder stay");
        add(EntryKind.DICTATION, Instant.EPOCH, stubborn);
        add(EntryKind.DICTATION, Instant.EPOCH, recording("b.wav"));

        assertThat(store.tidy(UNDO, 1)).isEqualTo(1);

        assertThat(store.count(HistoryQuery.ALL)).isEqualTo(1);
    }
}
