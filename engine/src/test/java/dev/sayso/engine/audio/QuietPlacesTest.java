package dev.sayso.engine.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class QuietPlacesTest {

    private static final Duration TEN = Duration.ofSeconds(10);
    private static final Duration THREE = Duration.ofSeconds(3);

    @Test
    void cutsInTheMiddleOfThePause() {
        float[] samples = loud(25);
        Arrays.fill(samples, 176_000, 177_600, 0);

        List<Span> pieces = QuietPlaces.split(Pcm.of(samples), TEN, THREE);

        // the second cut has no pause to go to and takes the first place there is
        assertThat(pieces)
                .containsExactly(
                        new Span(0, 176_800),
                        new Span(176_800, 289_600),
                        new Span(289_600, 400_000));
    }

    @Test
    void takesTheFirstOfEqualPlaces() {
        List<Span> pieces = QuietPlaces.split(Pcm.of(new float[14 * 16000]), TEN, THREE);

        assertThat(pieces).containsExactly(new Span(0, 112_800), new Span(112_800, 224_000));
    }

    @Test
    void leavesWhatIsHardlyLongerInOnePiece() {
        assertThat(QuietPlaces.split(Pcm.of(new float[13 * 16000]), TEN, THREE)).hasSize(1);
        assertThat(QuietPlaces.split(Pcm.of(new float[13 * 16000 + 1]), TEN, THREE)).hasSize(2);
    }

    @Test
    void cutsAtTheTargetWhenNoWindowFits() {
        Pcm pcm = Pcm.of(loud(25));

        assertThat(QuietPlaces.split(pcm, TEN, Duration.ofMillis(49)))
                .containsExactly(
                        new Span(0, 160_000),
                        new Span(160_000, 320_000),
                        new Span(320_000, 400_000));
    }

    @Test
    void zeroMeansOnePiece() {
        assertThat(QuietPlaces.split(Pcm.of(new float[99]), Duration.ZERO, THREE))
                .containsExactly(new Span(0, 99));
    }

    @Test
    void cutsIntoMoreThanAHundredAndTwentySevenPieces() {
        Pcm pcm = Pcm.of(new float[200 * 16000]);

        assertThat(QuietPlaces.split(pcm, Duration.ofSeconds(1), Duration.ZERO)).hasSize(200);
    }

    @Test
    void timesWithoutEndAreJustLong() {
        Duration forever = Duration.ofSeconds(Long.MAX_VALUE);

        assertThat(QuietPlaces.split(Pcm.of(new float[99]), forever, forever)).hasSize(1);
        assertThat(QuietPlaces.split(Pcm.of(loud(5)), Duration.ofSeconds(2), forever)).hasSize(3);
    }

    @Test
    void refusesNegativeTimes() {
        Pcm pcm = Pcm.of(new float[1]);

        assertThatThrownBy(() -> QuietPlaces.split(pcm, Duration.ofSeconds(-1), THREE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> QuietPlaces.split(pcm, TEN, Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @RepeatedTest(60)
    void piecesAddUpAndKeepToTheTarget(RepetitionInfo run) {
        long seed = run.getCurrentRepetition();
        Random random = new Random(seed);
        Pcm pcm = Pcm.of(Sounds.noise(random, random.nextInt(300_000), 1));
        int target = 1 + random.nextInt(5000);
        int search = random.nextInt(3000);
        int margin = Math.min(search, target / 2);

        List<Span> pieces =
                QuietPlaces.split(pcm, Duration.ofMillis(target), Duration.ofMillis(search));

        int at = 0;
        for (Span piece : pieces) {
            assertThat(piece.start()).as("seed %d", seed).isEqualTo(at);
            assertThat(piece.length()).isLessThanOrEqualTo((target + margin + 1) * 16);
            if (piece.end() < pcm.length()) {
                assertThat(piece.length()).isGreaterThanOrEqualTo((target - margin) * 16 - 8);
            }
            at = piece.end();
        }
        assertThat(at).as("seed %d", seed).isEqualTo(pcm.length());
    }

    private static float[] loud(int seconds) {
        float[] samples = new float[seconds * 16000];
        Arrays.fill(samples, .5f);
        return samples;
    }
}
