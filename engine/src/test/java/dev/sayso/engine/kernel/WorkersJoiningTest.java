package dev.sayso.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who takes part in a region, and who need not.
@Timeout(60)
class WorkersJoiningTest {

    private static final int SIZE = 3;

    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    /// A worker whose core another process has got is, to the others, a thread that does not come:
    /// here, one that is held before its first look.
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aWorkerThatDoesNotComeDelaysNobody(int held) {
        CountDownLatch release = new CountDownLatch(held);
        AtomicInteger made = new AtomicInteger();
        ThreadFactory factory =
                work ->
                        made.incrementAndGet() <= held
                                ? thread(() -> after(release, work))
                                : thread(work);
        try (Workers workers = new Workers(SIZE, factory)) {
            for (int round = 0; round < 500; round++) {
                int items = 2 + round % 97;
                AtomicIntegerArray done = new AtomicIntegerArray(items);
                workers.run(items, 1, (from, to, worker) -> count(done, from, to));
                for (int i = 0; i < items; i++) {
                    assertThat(done.get(i)).isEqualTo(1);
                }
            }
            for (int i = 0; i < held; i++) {
                release.countDown();
            }
            assertThat(whoTakesPart(workers)).as("after the late ones came").hasSize(SIZE);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whatAnyThreadThrowsReachesTheCallerOnce(int bad) {
        try (Workers workers = new Workers(SIZE)) {
            assertThatThrownBy(
                            () ->
                                    eachThreadOnce(
                                            workers,
                                            worker -> {
                                                if (worker == bad) {
                                                    throw new IllegalStateException("of " + worker);
                                                }
                                            }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("of " + bad);
            assertThat(whoTakesPart(workers)).hasSize(SIZE);
        }
    }

    @Test
    void whatAllThreadsThrowIsGoneWithItsRegion() {
        try (Workers workers = new Workers(SIZE)) {
            assertThatThrownBy(
                            () ->
                                    eachThreadOnce(
                                            workers,
                                            _ -> {
                                                throw new IllegalStateException("bad");
                                            }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(whoTakesPart(workers)).hasSize(SIZE);
        }
    }

    @Test
    void idleWorkersSleep() throws InterruptedException {
        try (Workers workers = new Workers(SIZE, this::thread)) {
            awaitSleep();
            assertThat(whoTakesPart(workers)).hasSize(SIZE);
            awaitSleep();
        }
    }

    private void awaitSleep() throws InterruptedException {
        for (Thread thread : threads) {
            while (thread.getState() != Thread.State.WAITING) {
                Thread.sleep(1);
            }
        }
    }

    private Thread thread(Runnable work) {
        Thread thread = Thread.ofPlatform().daemon().unstarted(work);
        threads.add(thread);
        return thread;
    }

    private static Set<Integer> whoTakesPart(Workers workers) {
        Set<Integer> numbers = ConcurrentHashMap.newKeySet();
        eachThreadOnce(workers, numbers::add);
        return numbers;
    }

    private interface Part {
        void of(int worker);
    }

    /// A region whose items wait for each other, so that each needs a thread of its own.
    private static void eachThreadOnce(Workers workers, Part part) {
        CountDownLatch together = new CountDownLatch(SIZE);
        workers.run(
                SIZE,
                1,
                (from, to, worker) -> {
                    together.countDown();
                    after(together, () -> part.of(worker));
                });
    }

    private static void count(AtomicIntegerArray done, int from, int to) {
        for (int i = from; i < to; i++) {
            done.incrementAndGet(i);
        }
    }

    private static void after(CountDownLatch latch, Runnable work) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        work.run();
    }
}
