package dev.sayso.app.models.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressMeterTest {

    private final List<DownloadProgress> told = new ArrayList<>();
    private long nanos;
    private final ProgressMeter meter = new ProgressMeter(told::add, () -> nanos);

    private void seconds(double time, long bytes) {
        long before = told.isEmpty() ? 0 : told.getLast().fileDone();
        for (int i = 1; i <= time * 10; i++) {
            nanos += 100_000_000;
            long step = bytes / Math.round(time * 10);
            meter.fetched(step, before + step * i);
        }
    }

    @Test
    void aSteadySpeedIsToldAsItIs() {
        meter.total(100_000_000);
        meter.file("x", 100_000_000);
        meter.phase(DownloadProgress.Phase.FETCHING);
        seconds(10, 10_000_000);

        DownloadProgress last = told.getLast();
        assertThat(last.speed()).isCloseTo(1e6, within(1e3));
        assertThat(last.done()).isEqualTo(10_000_000);
        assertThat(last.part()).isEqualTo(0.1);
        assertThat(last.left()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void aSpeedThatChangesIsFollowedWithoutJumps() {
        meter.total(1_000_000_000);
        meter.file("x", 1_000_000_000);
        meter.phase(DownloadProgress.Phase.FETCHING);
        seconds(10, 10_000_000);
        seconds(1, 5_000_000);
        assertThat(told.getLast().speed()).isBetween(1.2e6, 2.5e6);
        seconds(20, 100_000_000);
        assertThat(told.getLast().speed()).isCloseTo(5e6, within(1e5));
    }

    @Test
    void theSpeedFallsWhileNothingComes() {
        meter.total(100_000_000);
        meter.file("x", 100_000_000);
        meter.phase(DownloadProgress.Phase.FETCHING);
        seconds(10, 10_000_000);
        for (int i = 0; i < 100; i++) {
            nanos += 200_000_000;
            meter.idle();
        }

        assertThat(told.getLast().speed()).isLessThan(50_000);
        assertThat(told.getLast().done()).isEqualTo(10_000_000);
    }

    @Test
    void nobodyIsToldMoreThanTenTimesASecond() {
        meter.total(1000);
        meter.file("x", 1000);
        meter.phase(DownloadProgress.Phase.FETCHING);
        int before = told.size();
        for (int i = 0; i < 1000; i++) {
            nanos += 1_000_000;
            meter.fetched(1, i);
        }

        assertThat(told.size() - before).isEqualTo(10);
    }
}
