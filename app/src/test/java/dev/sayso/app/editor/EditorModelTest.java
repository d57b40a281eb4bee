package dev.sayso.app.editor;

import static dev.sayso.app.editor.EditTest.cue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.playback.PlayerState;
import dev.sayso.app.playback.ScriptedSpeakers;
import dev.sayso.app.transcript.Cue;
import dev.sayso.app.transcript.TranscriptDocument;
import dev.sayso.app.ui.Elsewhere;
import dev.sayso.engine.audio.Pcm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EditorModelTest {

    /// Work waits until the test wants it done.
    private static final class Queue implements Elsewhere {

        private final Deque<Runnable> waiting = new ArrayDeque<>();

        @Override
        public <T> Thread run(
                Callable<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
            waiting.add(
                    () -> {
                        T result;
                        try {
                            result = work.call();
                        } catch (Exception thrown) {
                            failed.accept(thrown);
                            return;
                        }
                        done.accept(result);
                    });
            return Thread.ofVirtual().unstarted(() -> {});
        }

        void doNext() {
            waiting.remove().run();
        }

        void doAll() {
            while (!waiting.isEmpty()) {
                doNext();
            }
        }
    }

    private final Queue elsewhere = new Queue();
    private final ScriptedSpeakers speakers = new ScriptedSpeakers();
    private final List<TranscriptDocument> saved = new ArrayList<>();
    private @Nullable IOException saveFailure;
    private @Nullable IOException loadFailure;
    private @Nullable EditorModel model;

    private EditorModel open(@Nullable Path audio, Cue... cues) {
        EditorModel made =
                new EditorModel(
                        new TranscriptDocument(
                                "talk.wav",
                                audio,
                                "starter",
                                null,
                                Instant.EPOCH,
                                Duration.ofSeconds(10),
                                List.of(cues)),
                        true,
                        new EditorTools(
                                this::load, speakers, this::save, elsewhere, Duration.ZERO));
        model = made;
        return made;
    }

    private Pcm load(Path file, DoubleConsumer progress) throws IOException {
        if (loadFailure != null) {
            throw loadFailure;
        }
        progress.accept(0.5);
        return Pcm.of(new float[10 * Pcm.RATE]);
    }

    private void save(TranscriptDocument document) throws IOException {
        if (saveFailure != null) {
            throw saveFailure;
        }
        saved.add(document);
    }

    @AfterEach
    void close() {
        if (model != null) {
            model.close();
        }
    }

    private static List<String> texts(EditorModel model) {
        assertThat(model.document().get().cues()).isEqualTo(model.cues());
        return model.cues().stream().map(Cue::text).toList();
    }

    private static Cue[] three() {
        return new Cue[] {
            cue(0, 2_000, "one two"), cue(2_000, 4_000, "three"), cue(5_000, 8_000, "four five six")
        };
    }

    @Test
    void editsChangeTheDocumentAndAreTakenBack() {
        EditorModel model = open(null, three());
        model.type(0, "one two!");
        assertThat(model.split(2, 5)).isTrue();
        assertThat(texts(model)).containsExactly("one two!", "three", "four", "five six");
        assertThat(model.current().get()).isEqualTo(3);
        model.merge(0);
        assertThat(texts(model)).containsExactly("one two! three", "four", "five six");
        assertThat(model.caret().get().caret()).isEqualTo(8);
        assertThat(model.words().get()).isEqualTo(6);
        assertThat(model.canRedo().get()).isFalse();

        model.undo();
        model.undo();
        model.undo();

        assertThat(model.cues()).containsExactly(three());
        assertThat(model.canUndo().get()).isFalse();
        model.redo();
        assertThat(texts(model)).first().isEqualTo("one two!");
    }

    @Test
    void theSelectionGrowsFromWhereItBegan() {
        EditorModel model = open(null, three());
        model.select(1);
        model.selectTo(2);
        assertThat(model.selection().get()).isEqualTo(new CueRange(1, 2));
        model.selectTo(0);
        assertThat(model.selection().get()).isEqualTo(new CueRange(0, 1));
        assertThat(model.current().get()).isZero();
        assertThat(model.deleteSelected()).isEqualTo(2);
        assertThat(texts(model)).containsExactly("four five six");
        assertThat(model.selection().get()).isEqualTo(new CueRange(0, 0));
    }

    @Test
    void allCuesCanBeDeletedAndOneInserted() {
        EditorModel model = open(null, three());
        model.selectTo(2);
        assertThat(model.deleteSelected()).isEqualTo(3);
        assertThat(model.current().get()).isEqualTo(-1);
        assertThat(model.selection().get().size()).isZero();
        assertThat(model.deleteSelected()).isZero();
        model.merge(model.current().get());
        assertThat(model.shift(false, Duration.ofSeconds(1))).isZero();
        assertThat(model.shift(true, Duration.ofSeconds(1))).isZero();

        assertThat(model.insert()).isTrue();

        assertThat(model.cues()).containsExactly(cue(0, 2_000, ""));
        model.undo();
        model.undo();
        assertThat(model.cues()).containsExactly(three());
    }

    @Test
    void aCueIsInsertedOnlyWhereThereIsRoom() {
        EditorModel model = open(null, three());
        assertThat(model.insert()).isFalse();
        model.select(1);
        assertThat(model.insert()).isTrue();
        assertThat(model.cues().get(2)).isEqualTo(cue(4_000, 5_000, ""));
    }

    @Test
    void timesAreShiftedAsFarAsTheyCanBe() {
        EditorModel model = open(null, three());
        model.select(2);
        assertThat(model.shift(false, Duration.ofSeconds(-3))).isEqualTo(Duration.ofSeconds(-1));
        assertThat(model.cues().get(2).start()).isEqualTo(Duration.ofSeconds(4));
        assertThat(model.shift(true, Duration.ofMillis(250))).isEqualTo(Duration.ofMillis(250));
        assertThat(model.cues().getFirst().start()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void impossibleTimesAreRefused() {
        EditorModel model = open(null, three());
        assertThat(model.changeTimes(1, Duration.ofSeconds(3), Duration.ofSeconds(3))).isFalse();
        assertThat(model.changeTimes(1, Duration.ofSeconds(1), Duration.ofSeconds(4))).isTrue();
        assertThat(model.cues().getFirst().end()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aChangeIsSavedAMomentLaterAndOnce() {
        EditorModel model = open(null, three());
        assertThat(model.saveState().get()).isEqualTo(new SaveState.Saved());
        model.type(0, "one");
        model.type(0, "on");
        assertThat(model.saveState().get()).isEqualTo(new SaveState.Changed());
        assertThat(saved).isEmpty();
        elsewhere.doAll();
        assertThat(saved).containsExactly(model.document().get());
        assertThat(model.saveState().get()).isEqualTo(new SaveState.Saved());
    }

    @Test
    void whatIsTypedWhileItIsSavedIsSavedNext() {
        EditorModel model = open(null, three());
        model.type(0, "one");
        elsewhere.doNext();
        assertThat(model.saveState().get()).isEqualTo(new SaveState.Saving());
        model.type(0, "on");
        elsewhere.doNext();
        assertThat(model.saveState().get()).isEqualTo(new SaveState.Changed());
        elsewhere.doAll();
        assertThat(saved).hasSize(2).last().isEqualTo(model.document().get());
    }

    @Test
    void aFailedSaveLosesNothingAndIsTriedAgain() {
        EditorModel model = open(null, three());
        saveFailure = new IOException("disk full");
        model.type(0, "one");
        elsewhere.doAll();
        assertThat(model.saveState().get()).isInstanceOf(SaveState.Failed.class);
        assertThat(texts(model)).first().isEqualTo("one");
        AtomicInteger left = new AtomicInteger();
        model.save(left::incrementAndGet);
        elsewhere.doAll();
        assertThat(left).hasValue(0);

        saveFailure = null;
        model.save(left::incrementAndGet);
        elsewhere.doAll();

        assertThat(left).hasValue(1);
        assertThat(saved).containsExactly(model.document().get());
    }

    @Test
    void leavingWaitsForTheSaveThatRuns() {
        EditorModel model = open(null, three());
        model.type(0, "one");
        elsewhere.doNext();
        model.type(0, "on");
        AtomicInteger left = new AtomicInteger();
        model.save(left::incrementAndGet);
        assertThat(left).hasValue(0);
        elsewhere.doAll();
        assertThat(left).hasValue(1);
        assertThat(saved).last().isEqualTo(model.document().get());
    }

    @Test
    void aReplacementOfAllIsOneStep() {
        EditorModel model = open(null, three());
        FindModel find = model.find();
        FindCommands commands = new FindCommands(model);
        find.query().set("o");
        assertThat(find.matches().get()).isEmpty();
        find.active().set(true);
        assertThat(find.matches().get()).hasSize(3);
        find.replacement().set("0");

        commands.next(true, 1);
        assertThat(find.current().get()).isEqualTo(1);
        commands.replace(0);
        assertThat(texts(model)).containsExactly("one tw0", "three", "four five six");
        assertThat(model.current().get()).isEqualTo(2);
        assertThat(find.in(2)).containsExactly(new Find.Match(2, 1, 2));
        assertThat(commands.replaceAll()).isEqualTo(2);
        assertThat(texts(model)).containsExactly("0ne tw0", "three", "f0ur five six");

        model.undo();
        assertThat(texts(model)).containsExactly("one tw0", "three", "four five six");
        find.regex().set(true);
        find.query().set("(");
        assertThat(find.problem().get()).isNotEmpty();
        assertThat(commands.replaceAll()).isZero();
    }

    @Test
    void goingToPlacesGoesRound() {
        EditorModel model = open(null, three());
        FindModel find = model.find();
        FindCommands commands = new FindCommands(model);
        find.active().set(true);
        find.query().set("e");
        assertThat(find.matches().get()).hasSize(4);
        model.select(1);
        commands.next(false, 0);
        assertThat(find.current().get()).isZero();
        commands.next(false, 0);
        assertThat(find.current().get()).isEqualTo(3);
        commands.next(true, 0);
        assertThat(find.current().get()).isZero();
        assertThat(model.caret().get().focus()).isFalse();
    }

    @Test
    void aWordIsHeardFromWhereItIsSaid() throws InterruptedException {
        EditorModel model = open(Path.of("talk.wav"), three());
        elsewhere.doAll();
        // inside "six"
        model.hear(2, 11, true);
        // f-o-u-r-f-i-v-e come before, of 11 letters
        assertThat(model.audio().position().get().toMillis()).isEqualTo(5_000 + 3_000 * 8 / 11);
        assertThat(model.playingCue().get()).isEqualTo(2);
        speakers.play(Pcm.RATE / 2);
        Duration expected = model.audio().position().get().plusMillis(500);
        for (int i = 0; i < 5_000 && model.audio().position().get().compareTo(expected) < 0; i++) {
            Thread.sleep(2);
            model.audio().poll();
        }
        assertThat(model.audio().position().get().minus(expected).toMillis()).isZero();
        model.audio().pause();
        model.audio().seek(Duration.ofMillis(4_500));
        assertThat(model.playingCue().get()).isEqualTo(-1);
    }

    @Test
    void whatIsAskedForBeforeTheSoundIsThereHappensThen() {
        EditorModel model = open(Path.of("talk.wav"), three());
        assertThat(model.audio().state().get()).isEqualTo(new AudioState.Loading());
        assertThat(model.audio().busy().get()).isTrue();
        model.hear(1, 0, true);
        assertThat(model.playingCue().get()).isEqualTo(-1);
        elsewhere.doAll();
        assertThat(model.audio().state().get()).isInstanceOf(AudioState.Ready.class);
        assertThat(model.audio().playing().get()).isEqualTo(new PlayerState.Playing());
        assertThat(model.audio().position().get()).isEqualTo(Duration.ofSeconds(2));
        assertThat(model.audio().progress().get()).isEqualTo(0.5);
    }

    @Test
    void withoutSoundEverythingElseWorks() {
        loadFailure = new IOException("talk.wav: gone");
        EditorModel model = open(Path.of("talk.wav"), three());
        elsewhere.doAll();
        assertThat(model.audio().state().get())
                .isInstanceOfSatisfying(
                        AudioState.Missing.class,
                        missing -> assertThat(missing.reason()).contains("gone"));
        model.audio().toggle();
        model.type(0, "one");
        assertThat(texts(model)).first().isEqualTo("one");
        assertThat(open(null, three()).audio().state().get()).isEqualTo(new AudioState.None());
    }

    @Test
    void soundThatComesAfterClosingIsNotKept() {
        EditorModel model = open(Path.of("talk.wav"), three());
        model.close();
        elsewhere.doAll();
        assertThat(model.audio().state().get()).isEqualTo(new AudioState.None());
    }
}
