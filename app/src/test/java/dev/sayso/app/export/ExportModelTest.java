package dev.sayso.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.export.ExportModel.State;
import dev.sayso.app.subtitles.ExportFormat;
import dev.sayso.app.subtitles.SubtitleRules;
import dev.sayso.app.subtitles.Violation.Kind;
import dev.sayso.app.transcript.Cue;
import dev.sayso.app.transcript.TranscriptDocument;
import dev.sayso.app.ui.Elsewhere;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportModelTest {

    @TempDir Path folder;

    private final Queue<Runnable> waiting = new ArrayDeque<>();

    /// Work that is done when the test says so, on its own thread.
    private final Elsewhere later =
            new Elsewhere() {
                @Override
                public <T> Thread run(
                        Callable<T> work,
                        Consumer<? super T> done,
                        Consumer<? super Throwable> failed) {
                    waiting.add(() -> finish(work, done, failed));
                    return Thread.currentThread();
                }
            };

    @Test
    void thePreviewIsOfTheFormatChosenLast() {
        ExportModel model = model(TestDocuments.talk());
        assertThat(model.preview().get().text()).isEmpty();
        model.choose(ExportFormat.TXT);
        Runnable srt = waiting.remove();
        doAll();
        srt.run();

        assertThat(model.preview().get().text()).isEqualTo("Hello world. How are you?");
        assertThat(model.preview().get().cues()).isZero();
    }

    @Test
    void thePreviewTellsWhichRulesAreNotKept() {
        ExportModel model =
                model(TestDocuments.of("x", TestDocuments.cue(0, 5000, "a".repeat(60))));
        doAll();

        assertThat(model.preview().get().cues()).isEqualTo(1);
        assertThat(model.preview().get().violations())
                .extracting(violation -> violation.kind())
                .containsExactly(Kind.LINE_TOO_LONG);
        assertThat(model.preview().get().text()).startsWith("1\n00:00:00,000");
    }

    @Test
    void aLongPreviewIsCut() {
        TranscriptDocument many =
                TestDocuments.of(
                        "x",
                        IntStream.range(0, 100)
                                .mapToObj(
                                        i ->
                                                TestDocuments.cue(
                                                        i * 3000L, i * 3000L + 2500, "Cue " + i))
                                .toArray(Cue[]::new));
        ExportModel model = model(many);
        doAll();

        assertThat(model.preview().get().text()).endsWith("\n…").hasLineCount(41);
        assertThat(model.preview().get().cues()).isEqualTo(100);
    }

    @Test
    void theFileIsWritten() {
        ExportModel model = model(TestDocuments.talk());
        model.choose(ExportFormat.CSV);
        Path target = folder.resolve(model.fileName());
        model.write(target);
        assertThat(model.state().get()).isEqualTo(new State.Writing(target));
        // a second press of the button changes nothing
        model.write(folder.resolve("other.csv"));
        doAll();

        assertThat(model.state().get()).isEqualTo(new State.Written(target));
        assertThat(target).hasFileName("talk.csv").isNotEmptyFile();
        assertThat(folder.resolve("other.csv")).doesNotExist();
    }

    @Test
    void aFailureIsSaidAndCanBeTriedAgain() {
        ExportModel model = model(TestDocuments.talk());
        model.write(folder.resolve("missing").resolve("x.srt"));
        doAll();
        assertThat(model.state().get()).isInstanceOf(State.Failed.class);

        model.write(folder.resolve("x.srt"));
        doAll();

        assertThat(model.state().get()).isInstanceOf(State.Written.class);
    }

    @Test
    void noFileChosenIsNoFileWritten() {
        ExportModel model = model(TestDocuments.talk());
        model.write(null);
        doAll();

        assertThat(model.state().get()).isInstanceOf(State.Choosing.class);
        assertThat(folder).isEmptyDirectory();
    }

    private ExportModel model(TranscriptDocument document) {
        return new ExportModel(
                document, new Exporter(SubtitleRules::defaults), SubtitleRules::defaults, later);
    }

    private void doAll() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private static <T> void finish(
            Callable<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        T result;
        try {
            result = work.call();
        } catch (Throwable thrown) {
            failed.accept(thrown);
            return;
        }
        done.accept(result);
    }
}
