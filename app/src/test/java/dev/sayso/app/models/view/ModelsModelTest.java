package dev.sayso.app.models.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.models.download.DownloadException;
import dev.sayso.app.models.download.FakeHost;
import dev.sayso.app.models.download.Tricks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The commands of the model manager, with this thread in the place of the FX thread.
class ModelsModelTest {

    @TempDir Path home;
    private final LinkedBlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
    private FakeHost host;
    private Bench bench;
    private boolean mayRelease = true;

    @BeforeEach
    void prepare() throws Exception {
        host = FakeHost.withModel(300_000);
        bench = start();
    }

    private Bench start() throws InterruptedException {
        Bench made = new Bench(home, Bench.SMALL, host.address(), _ -> mayRelease, fx::add);
        until("cards are there", () -> !made.model.cards().isEmpty());
        return made;
    }

    @AfterEach
    void close() throws IOException {
        bench.model.close();
        host.close();
    }

    /// Is the FX thread until something holds.
    private void until(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            Runnable work = fx.poll(100, TimeUnit.MILLISECONDS);
            if (work != null) {
                work.run();
            }
            assertThat(System.nanoTime()).as("waited 20 s for: " + what).isLessThan(end);
        }
    }

    private ModelCard card() {
        return bench.card("Model");
    }

    private void untilState(Class<? extends CardState> state) throws InterruptedException {
        until(state.getSimpleName(), () -> state.isInstance(card().state().get()));
    }

    private void downloaded() throws InterruptedException {
        bench.model.download(card());
        untilState(CardState.Ready.class);
    }

    @Test
    void nothingGoesOverTheNetworkUnasked() throws Exception {
        bench.model.refresh();
        until("looked twice", fx::isEmpty);

        assertThat(host.requests).isEmpty();
        assertThat(card().state().get()).isInstanceOf(CardState.Absent.class);
        assertThat(bench.card("starter").inUse().get()).isTrue();
    }

    @Test
    void aDownloadMakesAModelReadyAndTheBestOfAllIsUsed() throws Exception {
        downloaded();

        assertThat(bench.model.arrived().get()).isEqualTo("Model");
        assertThat(card().inUse().get()).as("nothing was chosen, and it is the best").isTrue();
        bench.model.use(bench.card("starter"));
        assertThat(card().inUse().get()).isFalse();
        assertThat(bench.chosen.get()).isEqualTo("starter");
    }

    @Test
    void aPauseOutlivesTheProgram() throws Exception {
        host.next("model.safetensors", Tricks.stallAfter(100_000));
        bench.model.download(card());
        until(
                "bytes come",
                () ->
                        card().state().get() instanceof CardState.Downloading d
                                && d.progress().done() > 100_000);
        bench.model.pause(card());
        until(
                "paused",
                () -> card().state().get() instanceof CardState.Paused p && p.done() > 100_000);

        bench.model.close();
        bench = start();
        assertThat(card().state().get())
                .isInstanceOfSatisfying(
                        CardState.Paused.class,
                        paused -> assertThat(paused.done()).isGreaterThan(100_000));
        downloaded();
        assertThat(host.requests.getLast()).endsWith("model.safetensors 100000");
    }

    @Test
    void cancellingDeletesWhatHasArrived() throws Exception {
        host.next("model.safetensors", Tricks.stallAfter(100_000));
        bench.model.download(card());
        until(
                "bytes come",
                () ->
                        card().state().get() instanceof CardState.Downloading d
                                && d.progress().done() > 100_000);
        bench.model.cancel(card());

        untilState(CardState.Absent.class);
        assertThat(home.resolve("models/Model.partial")).doesNotExist();

        host.next("model.safetensors", Tricks.status(404));
        bench.model.download(card());
        untilState(CardState.Failed.class);
        bench.model.cancel(card());
        untilState(CardState.Absent.class);
    }

    @Test
    void aFailureStaysSaidUntilItIsTriedAgain() throws Exception {
        host.next("model.safetensors", Tricks.status(404));
        bench.model.download(card());
        untilState(CardState.Failed.class);
        until("looked", fx::isEmpty);
        bench.model.refresh();
        Thread.sleep(50);
        until("looked again", fx::isEmpty);

        assertThat(card().state().get())
                .isInstanceOfSatisfying(
                        CardState.Failed.class,
                        failed ->
                                assertThat(failed.trouble().kind())
                                        .isEqualTo(ModelTrouble.Kind.NOT_FOUND));
        downloaded();
    }

    @Test
    void deletingFreesTheNameAtOnceAndChoosesTheBestAgain() throws Exception {
        downloaded();
        bench.model.use(card());
        bench.model.delete(card());

        untilState(CardState.Absent.class);
        until("chosen anew", () -> bench.chosen.get().isEmpty());
        try (var left = Files.list(home.resolve("models"))) {
            assertThat(left.filter(Files::isDirectory)).isEmpty();
        }
    }

    @Test
    void aModelAtWorkIsNotDeleted() throws Exception {
        downloaded();
        mayRelease = false;
        bench.model.delete(card());
        until("said", () -> bench.model.trouble().get() != null);
        untilState(CardState.Ready.class);

        assertThat(bench.model.trouble().get().kind()).isEqualTo(ModelTrouble.Kind.IN_USE);
        assertThat(home.resolve("models/Model/config.json")).exists();
    }

    @Test
    void aDamagedModelIsSeenAndRepairedWithWhatIsMissingOnly() throws Exception {
        downloaded();
        Path weights = home.resolve("models/Model/model.safetensors");
        Files.write(weights, new byte[5]);
        bench.model.refresh();
        untilState(CardState.Damaged.class);
        until("marked", () -> bench.card("starter").inUse().get());
        host.requests.clear();

        bench.model.repair(card());
        untilState(CardState.Ready.class);

        assertThat(weights).hasSize(300_000);
        assertThat(host.requests).hasSize(1).first().asString().endsWith("model.safetensors");
    }

    @Test
    void aFolderOfOnesOwnIsUsedWhereItIsAndNeverDeleted() throws Exception {
        downloaded();
        Path own = home.resolve("elsewhere/Model");
        Files.createDirectories(own.getParent());
        Files.move(home.resolve("models/Model"), own);
        bench.model.add(own);
        until("added", () -> bench.model.cards().size() == 3);

        ModelCard card = bench.card("Model-2");
        assertThat(card.state().get()).isInstanceOf(CardState.Ready.class);
        assertThat(card.inUse().get()).as("the best of all").isTrue();
        bench.model.delete(card);
        until("gone", () -> bench.model.cards().size() == 2);
        assertThat(own.resolve("model.safetensors")).hasSize(300_000);
    }

    @Test
    void whatSomebodyElseHasPutThereIsLeftAlone() throws Exception {
        downloaded();
        Files.delete(home.resolve("models/Model/sayso-model.json"));
        bench.model.refresh();
        until("looked", fx::isEmpty);
        bench.model.delete(card());
        until("said", () -> bench.model.trouble().get() != null);

        assertThat(bench.model.trouble().get().kind()).isEqualTo(ModelTrouble.Kind.DELETE);
        assertThat(home.resolve("models/Model/config.json")).exists();
    }

    @Test
    void aFolderWithoutAModelIsNotAdded() throws Exception {
        bench.model.add(home);
        until("said", () -> bench.model.trouble().get() != null);

        assertThat(bench.model.trouble().get().kind()).isEqualTo(ModelTrouble.Kind.NO_MODEL);
        assertThat(home.resolve("models.json")).doesNotExist();
        bench.model.dismiss();
        assertThat(bench.model.trouble().get()).isNull();
    }

    @Test
    void onlyAnAddressBecomesTheMirror() {
        assertThat(bench.model.downloadFrom("huggingface")).isFalse();
        assertThat(bench.mirror.get()).isEqualTo(host.address());
        assertThat(bench.model.downloadFrom(" https://models.example.org ")).isTrue();
        assertThat(bench.mirror.get()).isEqualTo("https://models.example.org");
        assertThat(bench.model.downloadFrom("")).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasItsKind(DownloadException.Reason reason) {
        DownloadException failure = DownloadException.of(reason, "x", new IOException());

        assertThat(ModelTrouble.of("Model", failure).kind().name()).isEqualTo(reason.name());
    }
}
