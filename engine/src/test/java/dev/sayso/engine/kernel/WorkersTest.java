package dev.sayso.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkersTest {

    @Test
    void everyItemIsDoneExactlyOnce() {
        try (Workers workers = new Workers(4)) {
            for (int round = 0; round < 2_000; round++) {
                int items = 1 + round % 97;
                AtomicIntegerArray done = new AtomicIntegerArray(items);
                workers.run(
                        items,
                        1 + round % 5,
                        (from, to, worker) -> {
                            for (int i = from; i < to; i++) {
                                done.incrementAndGet(i);
                            }
                        });
                for (int i = 0; i < items; i++) {
                    assertThat(done.get(i)).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void sleepingWorkersWakeUp() throws InterruptedException {
        try (Workers workers = new Workers(3)) {
            AtomicLong sum = new AtomicLong();
            for (int round = 0; round < 50; round++) {
                workers.run(100, 1, (from, to, worker) -> sum.addAndGet(to - from));
                Thread.sleep(2);
            }
            assertThat(sum.get()).isEqualTo(5_000);
        }
    }

    @Test
    void workerNumbersAreDistinctAndSmall() {
        try (Workers workers = new Workers(4)) {
            AtomicIntegerArray busy = new AtomicIntegerArray(4);
            AtomicInteger clashes = new AtomicInteger();
            for (int round = 0; round < 500; round++) {
                workers.run(
                        64,
                        1,
                        (from, to, worker) -> {
                            if (busy.incrementAndGet(worker) != 1) {
                                clashes.incrementAndGet();
                            }
                            busy.decrementAndGet(worker);
                        });
            }
            assertThat(clashes.get()).isZero();
        }
    }

    @Test
    void whatATaskThrowsReachesTheCallerAndTheTeamGoesOn() {
        try (Workers workers = new Workers(3)) {
            for (int round = 0; round < 200; round++) {
                int bad = round % 40;
                assertThatThrownBy(
                                () ->
                                        workers.run(
                                                40,
                                                1,
                                                (from, to, worker) -> {
                                                    if (from == bad) {
                                                        throw new IllegalStateException("bad item");
                                                    }
                                                }))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("bad item");
                AtomicInteger done = new AtomicInteger();
                workers.run(40, 3, (from, to, worker) -> done.addAndGet(to - from));
                assertThat(done.get()).isEqualTo(40);
            }
        }
    }
}
