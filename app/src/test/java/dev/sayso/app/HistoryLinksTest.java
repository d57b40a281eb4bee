package dev.sayso.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.folders.AppFolders;
import dev.sayso.app.history.EntryKind;
import dev.sayso.app.history.HistoryEntry;
import dev.sayso.app.history.HistoryQuery;
import dev.sayso.app.history.HistoryStore;
import dev.sayso.app.transcript.Cue;
import dev.sayso.app.transcript.TranscriptDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Dictations and files find their own entries again.
class HistoryLinksTest {

    private static final Instant NOW = Instant.parse("2027-01-01T10:00:00Z");

    @TempDir private Path folder;
    private HistoryStore store;

    @BeforeEach
    void open() {
        store = store();
    }

    private HistoryStore store() {
        AppFolders folders = new AppFolders(folder.resolve("data"), folder.resolve("cache"));
        return new HistoryStore(folders, () -> false, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    private static TranscriptDocument document(Instant created, String text, @Nullable Path file) {
        Cue cue = new Cue(Duration.ZERO, Duration.ofSeconds(1), text);
        return new TranscriptDocument(
                text, file, "starter", null, created, Duration.ofSeconds(1), List.of(cue));
    }

    private List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        for (var row : store.page(HistoryQuery.ALL, null, 100)) {
            HistoryEntry entry = store.entry(row.id()).orElseThrow();
            texts.add(entry.kind() + " " + entry.document().text());
        }
        return texts;
    }

    @Test
    void aDictationIsEditedDiscardedAndBroughtBackAsOneEntry() throws IOException {
        List<IOException> failures = new ArrayList<>();
        Instant later = NOW.plusSeconds(60);
        try (DictationHistory history = new DictationHistory(store, failures::add)) {
            history.done(document(NOW, "first", null));
            history.done(document(later, "second", null));
            history.changed(document(NOW, "first, edited", null));
            history.discarded(document(later, "second", null));
            history.done(document(later, "second, back", null));
        }
        assertThat(failures).isEmpty();
        assertThat(texts()).containsExactly("DICTATION second, back", "DICTATION first, edited");
    }

    @Test
    void aDictationThatIsDiscardedIsGone() throws IOException {
        try (DictationHistory history = new DictationHistory(store, failure -> {})) {
            history.done(document(NOW, "first", null));
            history.discarded(document(NOW, "first", null));
        }
        assertThat(texts()).isEmpty();
    }

    @Test
    void aFilesTranscriptIsEditedInItsPlaceAlsoAfterARestart() throws IOException {
        Path talk = folder.resolve("talk.wav");
        new FileHistory(store).add(talk, document(NOW, "heard", talk));
        new FileHistory(store).edited(talk, document(NOW, "edited", talk));
        assertThat(texts()).containsExactly("FILE edited");
    }

    @Test
    void anEditedTranscriptThatIsNotThereAnyMoreIsKeptAnew() throws IOException {
        Path talk = folder.resolve("talk.wav");
        FileHistory history = new FileHistory(store);
        history.add(talk, document(NOW, "heard", talk));
        store.clear();
        history.edited(talk, document(NOW, "edited", talk));
        assertThat(texts()).containsExactly("FILE edited");
        assertThat(store.count(new HistoryQuery("", EntryKind.FILE))).isOne();
    }
}
