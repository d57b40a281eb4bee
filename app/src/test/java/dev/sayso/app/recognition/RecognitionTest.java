package dev.sayso.app.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayso.app.models.ReadyModel;
import dev.sayso.app.recognition.Recognition.Urgency;
import dev.sayso.engine.EngineOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RecognitionTest {

    private static final ModelWish SMALL = new ModelWish("small", EngineOptions.defaults());
    private static final ModelWish LARGE = new ModelWish("large", EngineOptions.defaults());

    private final BlockingQueue<ModelState> states = new LinkedBlockingQueue<>();
    private final Recognition recognition =
            new Recognition(
                    new OpenModel(
                            RecognitionTest::find, (_, _) -> new IdleTranscriber(), states::add));

    private static ReadyModel find(String name) throws IOException {
        if (name.equals("missing")) {
            throw new IOException("model missing: expected one of small, large");
        }
        return new ReadyModel(name, Path.of(name), null, false);
    }

    @AfterEach
    void close() {
        recognition.close();
    }

    private static String get(RecognitionRun<String> run)
            throws ExecutionException, InterruptedException {
        return run.outcome().get();
    }

    @Test
    void theModelIsOpenedOnceAndKept() throws Exception {
        assertThat(get(recognition.submit(Urgency.FILE, SMALL, (_, name) -> name)))
                .isEqualTo("small");
        assertThat(get(recognition.submit(Urgency.FILE, SMALL, (_, name) -> name)))
                .isEqualTo("small");
        assertThat(states.stream().filter(ModelState.Loading.class::isInstance)).hasSize(1);
    }

    @Test
    void anotherModelTakesItsPlace() throws Exception {
        get(recognition.submit(Urgency.FILE, SMALL, (_, name) -> name));
        assertThat(get(recognition.submit(Urgency.FILE, LARGE, (_, name) -> name)))
                .isEqualTo("large");
        assertThat(states)
                .contains(
                        new ModelState.Loaded("small", ""),
                        new ModelState.Unloaded(),
                        new ModelState.Loaded("large", ""));
    }

    @Test
    void aModelThatIsNotThereFailsItsRunOnly() throws Exception {
        ModelWish missing = new ModelWish("missing", EngineOptions.defaults());
        RecognitionRun<String> run = recognition.submit(Urgency.FILE, missing, (_, name) -> name);
        assertThatThrownBy(() -> get(run))
                .hasRootCauseInstanceOf(IOException.class)
                .hasMessageContaining("expected one of");
        assertThat(states)
                .contains(
                        new ModelState.Failed(
                                "missing", "model missing: expected one of small, large"));
        assertThat(get(recognition.submit(Urgency.FILE, SMALL, (_, name) -> name)))
                .isEqualTo("small");
    }

    @Test
    void aDictationInterruptsAFile() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        RecognitionRun<String> file =
                recognition.submit(Urgency.FILE, SMALL, (_, _) -> sleep(begun, "file"));
        RecognitionRun<String> next =
                recognition.submit(Urgency.FILE, SMALL, (_, _) -> "next file");
        begun.await();
        RecognitionRun<String> dictation =
                recognition.submit(
                        Urgency.DICTATION,
                        SMALL,
                        (_, _) -> next.outcome().isDone() ? "too late" : "dictation");
        assertThatThrownBy(() -> get(file)).hasCauseInstanceOf(PreemptedException.class);
        assertThat(get(dictation)).isEqualTo("dictation");
        assertThat(get(next)).isEqualTo("next file");
    }

    @Test
    void aDictationDoesNotInterruptADictation() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        RecognitionRun<String> first =
                recognition.submit(
                        Urgency.DICTATION,
                        SMALL,
                        (_, _) -> {
                            begun.countDown();
                            end.await();
                            return "first";
                        });
        begun.await();
        RecognitionRun<String> second =
                recognition.submit(Urgency.DICTATION, SMALL, (_, _) -> "second");
        end.countDown();
        assertThat(List.of(get(first), get(second))).containsExactly("first", "second");
    }

    @Test
    void aRunThatIsCancelledStopsAndTheNextOneDoesNot() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        RecognitionRun<String> running =
                recognition.submit(Urgency.FILE, SMALL, (_, _) -> sleep(begun, "running"));
        RecognitionRun<String> waiting = recognition.submit(Urgency.FILE, SMALL, (_, _) -> "no");
        RecognitionRun<String> last = recognition.submit(Urgency.FILE, SMALL, (_, _) -> "last");
        begun.await();
        waiting.cancel();
        running.cancel();
        assertThatThrownBy(() -> get(running)).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> get(waiting)).isInstanceOf(CancellationException.class);
        assertThat(get(last)).isEqualTo("last");
    }

    @Test
    void whatATaskThrowsIsItsOutcome() throws Exception {
        RecognitionRun<String> run =
                recognition.submit(
                        Urgency.FILE,
                        SMALL,
                        (_, _) -> {
                            throw new OutOfMemoryError("no more");
                        });
        assertThatThrownBy(() -> get(run)).hasCauseInstanceOf(OutOfMemoryError.class);
        assertThat(get(recognition.submit(Urgency.FILE, SMALL, (_, _) -> "on"))).isEqualTo("on");
    }

    @Test
    void anIdleModelIsClosed() throws Exception {
        recognition.unloadAfter(Duration.ofMillis(30));
        get(recognition.submit(Urgency.FILE, SMALL, (_, name) -> name));
        ModelState state = states.poll(20, TimeUnit.SECONDS);
        while (state != null && !(state instanceof ModelState.Loaded)) {
            state = states.poll(20, TimeUnit.SECONDS);
        }
        assertThat(states.poll(20, TimeUnit.SECONDS)).isEqualTo(new ModelState.Unloaded());
    }

    @Test
    void aModelThatNobodyUsesCanBeReleased() throws Exception {
        get(recognition.submit(Urgency.FILE, SMALL, (_, name) -> name));
        assertThat(recognition.release("large")).isTrue();
        assertThat(states).doesNotContain(new ModelState.Unloaded());
        assertThat(recognition.release("small")).isTrue();
        assertThat(states).endsWith(new ModelState.Unloaded());
    }

    @Test
    void whoIsToldOfTheOutcomeCanHaveTheModelReleased() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        CompletableFuture<Void> asked = new CompletableFuture<>();
        RecognitionRun<String> run =
                recognition.submit(
                        Urgency.FILE,
                        SMALL,
                        (_, name) -> {
                            begun.await();
                            return name;
                        });
        var _ =
                run.outcome()
                        .thenRun(
                                () -> {
                                    told.countDown();
                                    asked.join();
                                });
        begun.countDown();
        told.await();
        FutureTask<Boolean> released = new FutureTask<>(() -> recognition.release("small"));
        Thread other = new Thread(released);
        other.start();
        while (other.getState() != Thread.State.WAITING && other.isAlive()) {
            Thread.sleep(1);
        }
        asked.complete(null);
        assertThat(released.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aModelAtWorkIsNot() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        RecognitionRun<String> run =
                recognition.submit(Urgency.FILE, SMALL, (_, _) -> sleep(begun, "done"));
        begun.await();
        assertThat(recognition.release("small")).isFalse();
        run.cancel();
    }

    @Test
    void closingEndsWhatRunsAndWhatWaits() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        RecognitionRun<String> running =
                recognition.submit(Urgency.DICTATION, SMALL, (_, _) -> sleep(begun, "running"));
        RecognitionRun<String> waiting = recognition.submit(Urgency.FILE, SMALL, (_, _) -> "no");
        begun.await();
        recognition.close();
        assertThatThrownBy(() -> get(running)).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> get(waiting)).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> recognition.submit(Urgency.FILE, SMALL, (_, _) -> "no"))
                .isInstanceOf(IllegalStateException.class);
    }

    private static String sleep(CountDownLatch begun, String result) throws InterruptedException {
        begun.countDown();
        Thread.sleep(60_000);
        return result;
    }
}
