package dev.sayso.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WarmUpThreadTest {

    @Test
    void doesTheStepsOneAfterTheOtherAndThenInTurn() throws InterruptedException {
        List<String> calls = new CopyOnWriteArrayList<>();
        WarmUpThread thread =
                WarmUpThread.start(
                        () -> List.of(() -> calls.add("first"), () -> calls.add("second")));
        thread.await();

        assertThat(thread.progress()).isEqualTo(1);
        int next = calls.indexOf("second");
        assertThat(next).isPositive();
        assertThat(calls.subList(0, next)).containsOnly("first");
        int turn = calls.subList(next, calls.size()).indexOf("first") + next;
        assertThat(calls.subList(next, turn)).containsOnly("second");
        assertThat(calls.subList(turn, turn + 2)).containsExactly("first", "second");
    }

    @Test
    void endsWithTheCallItIsInWhenClosed() throws InterruptedException {
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        WarmUpThread.Step step =
                () -> {
                    calls.incrementAndGet();
                    called.countDown();
                    closed.await();
                };
        WarmUpThread thread = WarmUpThread.start(() -> List.of(step, step));
        called.await();
        thread.close();
        closed.countDown();
        thread.await();

        assertThat(calls).hasValue(1);
        assertThat(thread.progress()).isLessThan(1);
    }
}
