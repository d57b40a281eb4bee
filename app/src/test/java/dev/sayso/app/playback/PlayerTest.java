package dev.sayso.app.playback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.audio.Pcm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The device's time is the test's: nothing here depends on how fast the machine is.
class PlayerTest {

    private final ScriptedSpeakers speakers = new ScriptedSpeakers();
    private final AtomicLong clock = new AtomicLong();
    private final Pcm sound = ramp(2 * Pcm.RATE);
    private final Player player = new Player(sound, speakers, clock::get);

    /// Each sample is its own number.
    private static Pcm ramp(int length) {
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = i;
        }
        return Pcm.of(samples);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 10_000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(2);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private void heard(int samples) throws InterruptedException {
        int before = speakers.played().size();
        speakers.play(samples);
        await(() -> speakers.played().size() == before + samples);
    }

    private static List<Float> numbers(int from, int to) {
        List<Float> numbers = new ArrayList<>();
        for (int i = from; i < to; i++) {
            numbers.add((float) i);
        }
        return numbers;
    }

    private static Duration at(int sample) {
        return Duration.ofNanos(sample * 1_000_000_000L / Pcm.RATE);
    }

    @AfterEach
    void close() throws InterruptedException {
        player.close();
        await(speakers::isFree);
    }

    @Test
    void nothingIsOpenedBeforeItIsPlayed() {
        player.seek(Duration.ofSeconds(1));
        assertThat(player.position()).isEqualTo(Duration.ofSeconds(1));
        assertThat(speakers.opened()).isZero();
    }

    @Test
    void eachSampleIsHeardOnceAndCounted() throws InterruptedException {
        player.play();
        heard(10_000);
        await(() -> player.position().equals(at(10_000)));
        assertThat(speakers.played()).isEqualTo(numbers(0, 10_000));
    }

    @Test
    void aPauseLosesNothingOfWhatTheDeviceHadTaken() throws InterruptedException {
        player.play();
        heard(5_000);
        await(() -> player.position().equals(at(5_000)));
        player.pause();
        await(() -> !speakers.isRunning());
        assertThat(player.state()).isEqualTo(new PlayerState.Paused());
        assertThat(player.position()).isEqualTo(at(5_000));

        player.play();
        heard(1_000);

        assertThat(speakers.played()).isEqualTo(numbers(0, 6_000));
    }

    @Test
    void aSeekWhilePlayingIsHeardFromThatVerySample() throws InterruptedException {
        player.play();
        heard(100);
        player.seek(at(20_000));
        assertThat(player.position()).isEqualTo(at(20_000));
        await(() -> speakers.next() == 20_000);
        heard(300);
        await(() -> player.position().equals(at(20_300)));

        List<Float> played = speakers.played();
        assertThat(played.subList(played.size() - 300, played.size()))
                .isEqualTo(numbers(20_000, 20_300));
        assertThat(speakers.opened()).isEqualTo(1);
    }

    @Test
    void itStopsAtTheEndAndBeginsAgain() throws InterruptedException {
        player.seek(at(30_000));
        player.play();
        heard(2_000);
        await(() -> player.state() instanceof PlayerState.Paused);
        assertThat(player.position()).isEqualTo(player.length());

        player.play();
        heard(10);

        assertThat(speakers.played().subList(2_000, 2_010)).isEqualTo(numbers(0, 10));
    }

    @Test
    void aDriverThatDoesNotCountTheLastSamplesStillComesToItsEnd() throws InterruptedException {
        player.seek(at(30_000));
        player.play();
        heard(1_900);
        await(() -> player.position().equals(at(31_900)));
        clock.set(Duration.ofMillis(500).toNanos());
        await(() -> player.state() instanceof PlayerState.Paused);
        assertThat(player.position()).isEqualTo(player.length());
    }

    @Test
    void noDeviceIsSaidAndTriedAgain() throws InterruptedException {
        speakers.refuse("no device");
        player.seek(at(100));
        player.play();
        await(() -> player.state() instanceof PlayerState.Failed);
        assertThat(player.state()).isEqualTo(new PlayerState.Failed("no device", false));
        assertThat(player.position()).isEqualTo(at(100));

        speakers.refuse(null);
        player.play();
        heard(50);

        assertThat(speakers.played()).isEqualTo(numbers(100, 150));
    }

    @Test
    void aDeviceThatStopsIsLostAndThePlaceIsKept() throws InterruptedException {
        player.play();
        heard(1_000);
        await(() -> player.position().equals(at(1_000)));
        speakers.freeze();
        clock.set(Duration.ofSeconds(5).toNanos());
        await(() -> player.state() instanceof PlayerState.Failed);
        assertThat(player.state()).isInstanceOf(PlayerState.Failed.class);
        assertThat(((PlayerState.Failed) player.state()).lost()).isTrue();
        assertThat(player.position()).isEqualTo(at(1_000));
        assertThat(speakers.isFree()).isTrue();
    }

    @Test
    void placesBeyondTheSoundAreItsEnds() {
        player.seek(Duration.ofSeconds(-3));
        assertThat(player.position()).isEqualTo(Duration.ZERO);
        player.seek(Duration.ofHours(3));
        assertThat(player.position()).isEqualTo(player.length());
    }
}
