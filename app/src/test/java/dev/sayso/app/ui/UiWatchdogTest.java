package dev.sayso.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UiWatchdogTest extends FxTest {

    @Test
    void aWaitIsCaughtWithItsStack() {
        try (UiWatchdog watchdog = UiWatchdog.of(onFx(Thread::currentThread))) {
            onFx(UiWatchdogTest::waitsForAFile);
            assertThat(watchdog.waits()).anyMatch(stack -> stack.contains("waitsForAFile"));
        }
    }

    private static boolean waitsForAFile() throws InterruptedException {
        Thread.sleep(500);
        return true;
    }

    @Test
    void shortWorkIsNot() {
        try (UiWatchdog watchdog = UiWatchdog.of(onFx(Thread::currentThread))) {
            for (int i = 0; i < 100; i++) {
                onFx(() -> Math.sqrt(2));
            }
            assertThat(watchdog.waits()).isEmpty();
        }
    }
}
