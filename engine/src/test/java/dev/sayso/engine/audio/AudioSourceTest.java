package dev.sayso.engine.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AudioSourceTest {

    /// Time passes only while somebody sleeps, and as the test says.
    private static final class TestClock implements SourceClock {
        private long now = 1_000_000;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void sleep(long nanos) {
            now += nanos;
        }
    }

    @Test
    void aSoundThatIsThereAtOnceIsReadToItsEnd() throws Exception {
        AudioSource source = AudioSource.of(Pcm.of(new float[] {1, 2, 3}));
        float[] into = new float[5];
        assertThat(source.read(into, 1, 2)).isEqualTo(2);
        assertThat(into).containsExactly(0, 1, 2, 0, 0);
        assertThat(source.read(into, 0, 0)).isZero();
        assertThat(source.read(into, 0, 5)).isEqualTo(1);
        assertThat(source.read(into, 0, 5)).isEqualTo(-1);
        assertThat(source.available()).isZero();
    }

    @Test
    void aPacedSoundComesAsItWasSpoken() throws Exception {
        TestClock clock = new TestClock();
        AudioSource source = AudioSource.paced(AudioSource.of(Pcm.of(new float[Pcm.RATE])), clock);
        float[] into = new float[Pcm.RATE];
        long start = clock.now;
        assertThat(source.read(into, 0, 1600)).isEqualTo(1600);
        assertThat(clock.now - start).isBetween(100_000_000L, 100_000_010L);
        // the reader is busy for half a second
        clock.now += 500_000_000;
        assertThat(source.available()).isEqualTo(8000);
        long before = clock.now;
        assertThat(source.read(into, 0, 8000)).isEqualTo(8000);
        assertThat(clock.now).isEqualTo(before);
        assertThat(source.read(into, 0, Pcm.RATE)).isEqualTo(6400);
        assertThat(clock.now - start).isBetween(1_000_000_000L, 1_000_000_100L);
        assertThat(source.read(into, 0, 1)).isEqualTo(-1);
    }

    @Test
    void waitingCanBeInterrupted() {
        AudioSource source =
                AudioSource.paced(
                        AudioSource.of(Pcm.of(new float[100 * Pcm.RATE])), SourceClock.wall(1));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> source.read(new float[Pcm.RATE], 0, Pcm.RATE))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void aClockRunsForwards() {
        assertThatThrownBy(() -> SourceClock.wall(0)).isInstanceOf(IllegalArgumentException.class);
        SourceClock clock = SourceClock.wall(10);
        assertThat(clock.nanos()).isLessThanOrEqualTo(clock.nanos());
    }
}
