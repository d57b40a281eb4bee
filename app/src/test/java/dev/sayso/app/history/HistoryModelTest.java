package dev.sayso.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.ui.Messages;
import dev.sayso.engine.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryModelTest {

    @TempDir Path folder;
    private final Immediately work = new Immediately();
    private final Recorder others = new Recorder();
    private HistoryStore store;
    private HistoryModel model;

    @BeforeEach
    void open() {
        store = Texts.store(folder);
        model =
                new HistoryModel(
                        store,
                        others.actions(),
                        work,
                        Runnable::run,
                        Messages.of(HistoryModel.class, Locale.ENGLISH));
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    private long add(String text) throws IOException {
        return store.add(EntryKind.DICTATION, Texts.document(text), null).orElseThrow();
    }

    private String shownText() {
        HistoryModel.Shown shown = model.shown().get();
        return shown == null ? "" : shown.entry().document().text();
    }

    private HistoryQuery words(String words) {
        return new HistoryQuery(words, null);
    }

    @Test
    void emptyRowsAndNoMatch() throws IOException {
        assertThat(model.state().get()).isEqualTo(ListState.LOADING);
        model.refresh();
        assertThat(model.state().get()).isEqualTo(ListState.EMPTY);
        add("apple");
        assertThat(model.state().get()).isEqualTo(ListState.ROWS);
        model.search(words("pear"));
        assertThat(model.state().get()).isEqualTo(ListState.NO_MATCH);
        model.search(words("app"));
        assertThat(model.state().get()).isEqualTo(ListState.ROWS);
        assertThat(model.total().get()).isEqualTo(1);
    }

    @Test
    void pagesComeAsTheyAreNeeded() throws IOException {
        Texts.fill(store, 450);
        model.refresh();
        assertThat(model.rows()).hasSize(200);
        assertThat(model.total().get()).isEqualTo(450);

        model.needs(100);
        assertThat(model.rows()).hasSize(200);
        model.needs(199);
        model.needs(399);
        model.needs(449);

        assertThat(model.rows()).hasSize(450).doesNotHaveDuplicates();
        assertThat(model.rows()).isEqualTo(store.page(HistoryQuery.ALL, null, 1_000));
        // a change keeps what was loaded
        add("new");
        assertThat(model.rows()).isEqualTo(store.page(HistoryQuery.ALL, null, 1_000));
    }

    @Test
    void theNewestSearchWins() throws IOException {
        add("apple");
        add("pear");
        add("plum");
        model.refresh();

        work.hold();
        model.search(words("apple"));
        model.search(words("pear"));
        model.search(words("plum"));
        assertThat(work.held()).isEqualTo(1);
        work.go();

        assertThat(model.rows()).extracting(HistoryRow::preview).containsExactly("plum");
    }

    @Test
    void aPageThatComesTooLateIsDropped() throws IOException {
        Texts.fill(store, 450);
        model.refresh();

        work.hold();
        model.needs(199);
        model.search(words("number7"));
        work.go();

        assertThat(model.rows()).hasSize(model.total().get());
        assertThat(model.rows()).allMatch(row -> row.id() == 8 || row.id() > 70);
    }

    @Test
    void aPageThatIsNeededDuringARefreshComesAfterIt() throws IOException {
        Texts.fill(store, 450);
        model.refresh();

        work.hold();
        model.refresh();
        model.needs(199);
        work.go();

        assertThat(model.rows()).hasSize(400);
    }

    @Test
    void aDeletionIsTakenBack() throws IOException {
        add("apple");
        long id = add("pear");
        AtomicInteger done = new AtomicInteger();

        model.delete(List.of(id), done::incrementAndGet);
        assertThat(model.rows()).extracting(HistoryRow::preview).containsExactly("apple");
        assertThat(done).hasValue(1);

        model.restore(List.of(id));
        assertThat(model.rows()).extracting(HistoryRow::preview).containsExactly("pear", "apple");
    }

    @Test
    void theEditorSavesAndTheShownTextFollows() throws IOException {
        add("before");
        model.select(model.rows().getFirst());
        model.edit();

        Objects.requireNonNull(others.save).accept(Texts.document("after"));

        assertThat(others.calls).containsExactly("edit before");
        assertThat(shownText()).isEqualTo("after");
        assertThat(model.rows().getFirst().preview()).isEqualTo("after");
    }

    @Test
    void theNewestEditIsKeptAndNoneIsLostAtTheEnd() throws IOException {
        long id = add("before");
        model.select(model.rows().getFirst());
        model.edit();

        work.hold();
        for (int i = 0; i < 10; i++) {
            Objects.requireNonNull(others.save).accept(Texts.document("edit " + i));
        }
        model.writeUnsaved();
        assertThat(store.entry(id).orElseThrow().document().text()).isEqualTo("edit 9");

        work.go();
        assertThat(store.entry(id).orElseThrow().document().text()).isEqualTo("edit 9");
    }

    @Test
    void aSoundIsPlayedAndStopped() throws IOException {
        Path sound = Files.createDirectories(folder.resolve("recordings")).resolve("a.wav");
        Files.writeString(sound, "sound");
        add("without");
        store.add(EntryKind.DICTATION, Texts.document(Texts.NOON, sound, "with"), null);
        model.select(model.rows().getFirst());

        model.playOrStop();
        assertThat(model.playing().get()).isEqualTo(sound);
        Objects.requireNonNull(others.ended).run();
        assertThat(model.playing().get()).isNull();
        model.playOrStop();
        model.playOrStop();
        assertThat(model.playing().get()).isNull();
        model.playOrStop();
        // another text: silence
        model.select(model.rows().getLast());
        model.playOrStop();

        assertThat(others.calls)
                .containsExactly("play a.wav", "play a.wav", "stop", "play a.wav", "stop");
        assertThat(Objects.requireNonNull(model.shown().get()).sound()).isNull();
    }

    @Test
    void itIsTranscribedAgainAndExported() throws IOException {
        Path film = Files.writeString(folder.resolve("film.mp4"), "film");
        long id =
                store.add(EntryKind.FILE, Texts.document(Texts.NOON, film, "film text"), film)
                        .orElseThrow();
        model.select(model.rows().getFirst());

        model.transcribeAgain("Qwen3-ASR-1.7B", Language.JAPANESE);
        model.export();
        Files.delete(film);
        model.refresh();
        model.transcribeAgain("Qwen3-ASR-1.7B", null);

        assertThat(others.calls)
                .containsExactly("again " + id + " Qwen3-ASR-1.7B JAPANESE", "export film text");
    }

    @Test
    void everythingIsCleared() throws IOException {
        add("apple");
        model.select(model.rows().getFirst());

        model.clear();

        assertThat(model.rows()).isEmpty();
        assertThat(model.state().get()).isEqualTo(ListState.EMPTY);
        assertThat(model.shown().get()).isNull();
    }

    @Test
    void aDamagedDatabaseIsToldOfOnce() throws IOException {
        Files.writeString(folder.resolve("history.db"), "not a database".repeat(100));

        model.refresh();
        assertThat(Objects.requireNonNull(model.problem().get()).details()).contains("broken-");
        model.report(null);
        model.refresh();

        assertThat(model.problem().get()).isNull();
        assertThat(model.state().get()).isEqualTo(ListState.EMPTY);
    }

    @Test
    void aFailureIsAProblemAndTheNextTryCounts() throws IOException {
        Files.createDirectories(folder.resolve("history.db"));
        model.refresh();
        assertThat(Objects.requireNonNull(model.problem().get()).headline())
                .contains("could not be opened");

        Files.delete(folder.resolve("history.db"));
        add("apple");

        assertThat(model.state().get()).isEqualTo(ListState.ROWS);
    }
}
