package dev.sayso.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.files.FileProblem.Kind;
import dev.sayso.app.recognition.ModelWish;
import dev.sayso.app.recognition.Recognition.Urgency;
import dev.sayso.app.recognition.RecognitionRun;
import dev.sayso.app.settings.Settings;
import dev.sayso.engine.EngineOptions;
import dev.sayso.engine.Language;
import dev.sayso.engine.audio.Pcm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The queue with a scripted model: one sentence for each stretch of half a minute.
@Timeout(120)
class FilesModelTest {

    @TempDir Path folder;
    private final TalkingModel talking = new TalkingModel();

    private Path sample(String name) throws IOException {
        Path media = Path.of("src/test/resources/dev/sayso/app/media");
        return Files.copy(media.resolve(name), folder.resolve(name));
    }

    @Test
    void oneBadFileStopsNoneAndSaysWhatIsWrong() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.mp3"), "no sound ".repeat(100));
        List<Path> files =
                List.of(
                        sample("speech.mp3"),
                        sample("speech.m4a"),
                        bad,
                        sample("speech.webm"),
                        QueueRun.noise(folder.resolve("a.wav"), 3));
        try (QueueRun run = QueueRun.with(folder, talking.talkingFreely())) {
            run.on(() -> run.model.add(files));
            run.awaitAllOver(5);

            assertThat(run.finished).hasSize(4);
            assertThat(run.finished.getFirst().text()).isEqualTo("Sentence of 2 s.");
            assertThat(run.finished.getFirst().audio()).isEqualTo(files.getFirst());
            assertThat(run.finished.getFirst().language()).isEqualTo(Language.ENGLISH);
            assertThat(run.finished.getLast().length()).isEqualTo(Duration.ofSeconds(3));
            assertThat(run.state(2)).isEqualTo(FileState.FAILED);
            FileProblem problem = Objects.requireNonNull(run.row(2).problem().get());
            assertThat(problem.kind()).isEqualTo(Kind.DAMAGED);
            assertThat(problem.details()).startsWith(bad + ": expected audio or video");
        }
    }

    @Test
    void eachKindOfBadFileIsToldApart() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.mp3"));
        Path words = Files.writeString(folder.resolve("notes.txt"), "only words");
        Path silent = sample("silent.mp4");
        Path missing = folder.resolve("missing.mp3");
        try (QueueRun run = QueueRun.with(folder, talking.talkingFreely())) {
            run.on(() -> run.model.add(List.of(empty, words, silent, missing)));
            run.awaitAllOver(4);

            assertThat(
                            run.on(
                                    () ->
                                            run.model.rows().stream()
                                                    .map(
                                                            row ->
                                                                    Objects.requireNonNull(
                                                                                    row.problem()
                                                                                            .get())
                                                                            .kind())
                                                    .toList()))
                    .containsExactly(Kind.EMPTY, Kind.NOT_MEDIA, Kind.NO_SOUND, Kind.MISSING);
        }
    }

    @Test
    void aLongFileComesInPortionsThatLoseNothing() throws IOException {
        Path file = QueueRun.noise(folder.resolve("long.wav"), 500);
        try (QueueRun run = QueueRun.with(folder, talking.talkingFreely())) {
            run.on(() -> run.model.add(List.of(file)));
            run.awaitAllOver(1);

            assertThat(talking.heard).hasSize(3);
            assertThat(talking.heard.stream().mapToLong(Pcm::length).sum())
                    .isEqualTo(500L * Pcm.RATE);
            List<Duration> ends =
                    run.on(
                            () ->
                                    run.model.rows().getFirst().segments().stream()
                                            .map(segment -> segment.end())
                                            .toList());
            assertThat(ends).isSorted();
            assertThat(ends.getLast()).isEqualTo(Duration.ofSeconds(500));
            assertThat(run.row(0).progress()).isEqualTo(1);
        }
    }

    @Test
    void aDictationGoesFirstAndTheFileGoesOnWhereItWas() throws Exception {
        Path file = QueueRun.noise(folder.resolve("talk.wav"), 62);
        try (QueueRun run = QueueRun.with(folder, talking)) {
            run.on(() -> run.model.add(List.of(file)));
            talking.sentences.release();
            run.awaitSentences(0, 1);

            CountDownLatch speaking = new CountDownLatch(1);
            RecognitionRun<String> dictation =
                    run.recognition.submit(
                            Urgency.DICTATION,
                            new ModelWish("", EngineOptions.defaults()),
                            (_, model) -> {
                                speaking.await();
                                return model;
                            });
            run.awaitState(0, FileState.YIELDING);
            assertThat(run.on(() -> run.model.rows().getFirst().tentative().get())).isEmpty();
            speaking.countDown();
            dictation.outcome().get();
            talking.talkingFreely();
            run.awaitState(0, FileState.DONE);

            assertThat(talking.heard).hasSize(2);
            assertThat(talking.heard.getLast().length()).isEqualTo(32 * Pcm.RATE);
            assertThat(run.text(0))
                    .containsExactly(
                            "0 Sentence of 30 s.", "30 Sentence of 30 s.", "60 Sentence of 2 s.");
            assertThat(run.finished).hasSize(1);
        }
    }

    @Test
    void aRestartGoesOnAfterTheLastFinishedStretch() throws Exception {
        Path first = QueueRun.noise(folder.resolve("first.wav"), 4);
        Path second = QueueRun.noise(folder.resolve("second.wav"), 62);
        Path third = QueueRun.noise(folder.resolve("third.wav"), 5);
        String queue;
        try (QueueRun run = QueueRun.with(folder, talking)) {
            run.on(() -> run.model.add(List.of(first, second, third)));
            talking.sentences.release(2);
            run.awaitSentences(1, 1);
            // what is on the disk now is what a killed process would leave
            long end = System.nanoTime() + 20_000_000_000L;
            do {
                Thread.sleep(20);
                queue = Files.exists(folder.resolve("queue.json")) ? QueueRun.kept(folder) : "";
            } while (!queue.contains("\"reached\":30000") && System.nanoTime() < end);
        }
        Path other = Files.createDirectories(folder.resolve("after"));
        Files.writeString(other.resolve("queue.json"), queue);
        TalkingModel again = new TalkingModel().talkingFreely();
        try (QueueRun run = QueueRun.with(other, again)) {
            run.awaitAllOver(3);

            assertThat(again.heard.stream().map(Pcm::length).toList())
                    .containsExactly(32 * Pcm.RATE, 5 * Pcm.RATE);
            assertThat(run.text(1))
                    .containsExactly(
                            "0 Sentence of 30 s.", "30 Sentence of 30 s.", "60 Sentence of 2 s.");
            assertThat(run.finished).hasSize(2);
            assertThat(run.row(0).result().transcript().text()).isEqualTo("Sentence of 4 s.");
        }
    }

    @Test
    void closingKeepsWhatWasBeingWorkedOn() throws IOException {
        Path file = QueueRun.noise(folder.resolve("talk.wav"), 62);
        try (QueueRun run = QueueRun.with(folder, talking)) {
            run.on(() -> run.model.add(List.of(file)));
            talking.sentences.release();
            run.awaitSentences(0, 1);
        }

        assertThat(QueueRun.kept(folder)).contains("\"state\":\"WAITING\"", "Sentence of 30 s.");
    }

    @Test
    void aBrokenQueueIsSetAside() throws IOException {
        Files.writeString(folder.resolve("queue.json"), "{\"version\":1,\"files\":[{\"fi");
        try (QueueRun run = QueueRun.with(folder, talking.talkingFreely())) {
            run.await("notice", () -> run.model.notice().get() != null);

            assertThat(run.on(() -> run.model.notice().get()))
                    .isEqualTo(new FileNotice.QueueSetAside(folder.resolve("queue.json.broken")));
            assertThat(folder.resolve("queue.json.broken")).exists();
        }
    }

    @Test
    void cancelledIsOverAtOnceAndTriedAgainGoesOn() throws IOException {
        Path file = QueueRun.noise(folder.resolve("talk.wav"), 62);
        Path next = QueueRun.noise(folder.resolve("next.wav"), 3);
        try (QueueRun run = QueueRun.with(folder, talking)) {
            run.on(() -> run.model.add(List.of(file, next)));
            talking.sentences.release();
            run.awaitSentences(0, 1);
            run.on(() -> run.model.cancel(run.model.rows().getFirst()));

            assertThat(run.state(0)).isEqualTo(FileState.CANCELLED);
            assertThat(run.text(0)).containsExactly("0 Sentence of 30 s.");
            talking.talkingFreely();
            run.awaitState(1, FileState.DONE);
            assertThat(run.finished).hasSize(1);

            run.on(() -> run.model.retry(run.model.rows().getFirst()));
            run.awaitState(0, FileState.DONE);
            assertThat(run.text(0)).hasSize(3);
            assertThat(run.finished).hasSize(2);
        }
    }

    @Test
    void cancelAllLeavesNothingToDo() throws IOException {
        Path file = QueueRun.noise(folder.resolve("talk.wav"), 3);
        Path next = QueueRun.noise(folder.resolve("next.wav"), 3);
        try (QueueRun run = QueueRun.with(folder, talking)) {
            run.on(() -> run.model.add(List.of(file, next)));
            run.awaitState(0, FileState.TRANSCRIBING);
            run.on(run.model::cancelAll);

            assertThat(run.state(0)).isEqualTo(FileState.CANCELLED);
            assertThat(run.state(1)).isEqualTo(FileState.CANCELLED);
            talking.talkingFreely();
            assertThat(run.finished).isEmpty();
        }
    }

    @Test
    void whatIsInTheListAlreadyIsNotAddedTwice() throws IOException {
        Path file = QueueRun.noise(folder.resolve("talk.wav"), 3);
        Path same = folder.resolve("x/../talk.wav");
        try (QueueRun run = QueueRun.with(folder, talking.talkingFreely())) {
            run.on(() -> run.model.add(List.of(file, file)));
            run.awaitAllOver(1);
            run.on(() -> run.model.add(List.of(same)));
            run.await("notice", () -> run.model.notice().get() != null);

            assertThat(run.on(() -> run.model.notice().get()))
                    .isEqualTo(new FileNotice.AlreadyThere(run.row(0), 1));
            assertThat(run.finished).hasSize(1);
        }
    }

    @Test
    void foldersAreSearchedWhateverTheCaseOfTheNames() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("media/Größe"));
        QueueRun.noise(deep.resolve("日本.WAV"), 1);
        Files.writeString(deep.resolve("notes.txt"), "words");
        Path none = Files.createDirectories(folder.resolve("none"));
        try (QueueRun run = QueueRun.with(folder, talking.talkingFreely())) {
            run.on(() -> run.model.add(List.of(folder.resolve("media"))));
            run.awaitAllOver(1);
            run.on(() -> run.model.add(List.of(none)));
            run.await("notice", () -> run.model.notice().get() != null);

            assertThat(run.row(0).name()).isEqualTo("日本.WAV");
            assertThat(run.on(() -> run.model.notice().get()))
                    .isEqualTo(new FileNotice.NothingFound(List.of(none)));
        }
    }

    @Test
    void aFilesOwnLanguageAndModelAreUsedAndHeardAnew() throws IOException {
        Path file = QueueRun.noise(folder.resolve("talk.wav"), 3);
        try (QueueRun run = QueueRun.with(folder, talking.talkingFreely())) {
            run.on(() -> run.model.add(List.of(file)));
            run.awaitAllOver(1);
            run.on(
                    () ->
                            run.model.choose(
                                    run.model.rows().getFirst(),
                                    new FileChoice(Language.GERMAN, "large")));
            run.await("second result", () -> run.finished.size() == 2);

            assertThat(run.wishes).containsExactly("", "large");
            assertThat(talking.hints.getLast().language()).isEqualTo(Language.GERMAN);
            assertThat(run.text(0)).hasSize(1);
            assertThat(run.finished.getLast().model()).isEqualTo("large");
        }
    }

    @Test
    void aModelThatCannotBeOpenedIsNotTheFilesFault() throws IOException {
        Path file = QueueRun.noise(folder.resolve("talk.wav"), 3);
        try (QueueRun run =
                new QueueRun(
                        folder,
                        (_, _) -> {
                            throw new IOException("config.json: no such file");
                        },
                        Settings.defaults())) {
            run.on(() -> run.model.add(List.of(file)));
            run.awaitState(0, FileState.FAILED);

            assertThat(run.row(0).problem().get())
                    .isEqualTo(new FileProblem(Kind.NO_MODEL, "config.json: no such file"));
        }
    }

    @Test
    void outputsGoBesideTheSourceIfWantedAndTheirFailureLosesNoText() throws IOException {
        Path file = QueueRun.noise(folder.resolve("talk.wav"), 3);
        Path more = QueueRun.noise(folder.resolve("more.wav"), 3);
        Settings settings =
                Settings.defaults().with(new Settings.Files(true, List.of("srt", "txt")));
        try (QueueRun run = new QueueRun(folder, (_, _) -> talking.talkingFreely(), settings)) {
            run.on(() -> run.model.add(List.of(file)));
            run.awaitAllOver(1);
            run.folderIsReadOnly = true;
            run.on(() -> run.model.add(List.of(more)));
            run.awaitAllOver(2);

            assertThat(run.written).containsExactly("talk.wav [srt, txt]");
            assertThat(run.finished).hasSize(2);
            assertThat(run.state(1)).isEqualTo(FileState.DONE);
            assertThat(Objects.requireNonNull(run.row(1).problem().get()).kind())
                    .isEqualTo(Kind.NOT_WRITTEN);
        }
    }

    @Test
    void whatWasOddAboutAFileIsSaid() throws IOException {
        Path file = sample("speech.mp3");
        byte[] all = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(all, all.length / 2));
        talking.warnings.add("a repetition was cut");
        try (QueueRun run = QueueRun.with(folder, talking.talkingFreely())) {
            run.on(() -> run.model.add(List.of(file)));
            run.awaitState(0, FileState.DONE);

            assertThat(run.on(() -> List.copyOf(run.model.rows().getFirst().notes()))).hasSize(2);
            assertThat(run.on(() -> run.model.rows().getFirst().notes().toString()))
                    .contains("a repetition was cut", "cut short");
        }
    }

    @Test
    void finishedFilesLeaveTheListAndRemovedOnesEnd() throws IOException {
        Path file = QueueRun.noise(folder.resolve("talk.wav"), 3);
        Path more = QueueRun.noise(folder.resolve("more.wav"), 3);
        try (QueueRun run = QueueRun.with(folder, talking)) {
            run.on(() -> run.model.add(List.of(file, more)));
            talking.sentences.release();
            run.awaitState(1, FileState.TRANSCRIBING);
            run.on(run.model::clearFinished);
            assertThat(run.on(() -> run.model.rows().size())).isOne();
            run.on(() -> run.model.remove(run.model.rows().getFirst()));
            assertThat(run.on(() -> run.model.rows().size())).isZero();
            assertThat(file).exists();
        }
    }
}
