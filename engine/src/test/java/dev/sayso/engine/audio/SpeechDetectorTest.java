package dev.sayso.engine.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayso.engine.StarterModel;
import dev.sayso.engine.audio.SpeechDetector.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechDetectorTest {

    private static final Settings DEFAULTS = Settings.defaults();

    /// Nearly 2 s of one sentence, from its first sound to its last.
    private static float[] sentence() throws IOException {
        return Sounds.array(StarterModel.sample("05-known-male-voice").slice(4200, 32_800));
    }

    private static float[] noise(int seed, double seconds, double decibels) {
        float[] noise =
                GeneratedSounds.pink(new SplittableRandom(seed), (int) (seconds * Pcm.RATE));
        return GeneratedSounds.scaled(noise, SpeechlessClip.decibels(decibels));
    }

    private static float[] put(float[] sound, double seconds, float[] into) {
        int at = (int) (seconds * Pcm.RATE);
        for (int i = 0; i < sound.length; i++) {
            into[at + i] += sound[i];
        }
        return into;
    }

    private static void assertNear(Span segment, double start, double end) {
        assertThat(segment.start() / 16_000.0).isBetween(start - 0.15, start + 0.1);
        assertThat(segment.end() / 16_000.0).isBetween(end - 0.1, end + 0.2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 159, 160, 161, 1000, 32_000})
    void blocksOfAnySizeGiveTheSame(int block) throws IOException {
        float[] sound = put(sentence(), 3.5, put(sentence(), 0.5, noise(1, 7, -45)));
        Segments whole = new Segments(DEFAULTS);
        whole.accept(sound, sound.length);
        Segments pieces = new Segments(DEFAULTS);
        pieces.accept(sound, block);

        assertThat(whole.finish()).hasSize(2);
        assertThat(pieces.finish()).isEqualTo(whole.finish());
    }

    @Test
    void readsOnlyTheSamplesItIsGiven() throws IOException {
        float[] sound = put(sentence(), 1, noise(1, 4, -45));
        float[] inside = new float[sound.length + 2000];
        Arrays.fill(inside, 0.9f);
        System.arraycopy(sound, 0, inside, 1000, sound.length);
        Segments segments = new Segments(DEFAULTS);

        segments.detector().accept(inside, 1000, sound.length);

        assertThat(segments.finish()).isEqualTo(Segments.of(sound));
        assertThatThrownBy(() -> new Segments(DEFAULTS).detector().accept(sound, 1, sound.length))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void findsTheEdgesOfASentence() throws IOException {
        List<Span> segments = Segments.of(put(sentence(), 1, noise(2, 5, -50)));

        assertThat(segments).hasSize(1);
        assertNear(segments.getFirst(), 1, 2.78);
    }

    @Test
    void findsAWordAtTheVeryBeginning() throws IOException {
        List<Span> clean = Segments.of(Arrays.copyOf(sentence(), 48_000));
        List<Span> noisy = Segments.of(put(sentence(), 0, noise(3, 4, -45)));

        assertThat(clean).hasSize(1);
        assertThat(clean.getFirst().start()).isLessThan(Pcm.RATE / 20);
        assertThat(noisy).hasSize(1);
        assertThat(noisy.getFirst().start()).isLessThan(Pcm.RATE / 20);
    }

    @Test
    void findsAVoiceAfterADeviceStarts() throws IOException {
        float[] sound = put(sentence(), 3, noise(4, 6, -50));
        Arrays.fill(sound, 0, 2 * Pcm.RATE, 0);

        List<Span> segments = Segments.of(sound);

        assertThat(segments).hasSize(1);
        assertNear(segments.getFirst(), 3, 4.78);
    }

    @Test
    void saysWhetherSomebodySpeaks() throws IOException {
        float[] sound = put(sentence(), 1, noise(5, 5, -50));
        Segments segments = new Segments(DEFAULTS);

        segments.detector().accept(sound, 0, 16_000);
        assertThat(segments.detector().inSpeech()).isFalse();
        segments.detector().accept(sound, 16_000, 16_000);
        assertThat(segments.detector().inSpeech()).isTrue();
        segments.detector().accept(sound, 32_000, 48_000);
        assertThat(segments.detector().inSpeech()).isFalse();
    }

    @Test
    void reportsTheEndAsSoonAsThePauseHasLasted() throws IOException {
        float[] sound = put(sentence(), 1, noise(6, 6, -50));
        int end = Segments.of(sound).getFirst().end() - 1920;
        for (int pause : new int[] {300, 800, 2000}) {
            Segments segments = new Segments(DEFAULTS.withPause(Duration.ofMillis(pause)));
            int lasted = end + pause * 16;

            segments.detector().accept(sound, 0, lasted);
            assertThat(segments.detector().inSpeech()).as("pause %d", pause).isTrue();
            segments.detector().accept(sound, lasted, 3200);
            assertThat(segments.detector().inSpeech()).as("pause %d", pause).isFalse();
        }
    }

    @Test
    void pausesShorterThanTheSettingEndNothing() throws IOException {
        float[] sound = put(sentence(), 3.4, put(sentence(), 1, noise(7, 7, -50)));

        assertThat(Segments.of(sound)).hasSize(1);
        assertThat(Segments.of(sound, DEFAULTS.withPause(Duration.ofMillis(400)))).hasSize(2);
    }

    @Test
    void finishEndsWhatIsOpen() throws IOException {
        float[] sound = Arrays.copyOf(put(sentence(), 1, noise(8, 4, -50)), 32_000);
        Segments segments = new Segments(DEFAULTS);
        segments.accept(sound, 1600);
        assertThat(segments.detector().inSpeech()).isTrue();

        List<Span> found = segments.finish();

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().end()).isEqualTo(sound.length);
        assertThat(segments.detector().inSpeech()).isFalse();
        assertThatThrownBy(() -> segments.detector().finish())
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> segments.detector().accept(sound, 0, 1))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSoundShorterThanItsFirstLookIsDecidedAtTheEnd() throws IOException {
        float[] word = Arrays.copyOfRange(sentence(), 0, 6400);

        assertThat(Segments.of(word)).hasSize(1);
        assertThat(Segments.of(new float[0])).isEmpty();
        assertThat(Segments.of(new float[100])).isEmpty();
    }

    @Test
    void noiseThatGrowsLouderHidesNoSentenceAndIsNone() throws IOException {
        float[] sound = put(sentence(), 8, put(sentence(), 1, noise(9, 11, -60)));
        put(noise(10, 7, -40), 4, sound);

        List<Span> segments = Segments.of(sound);

        assertThat(segments).hasSize(2);
        assertNear(segments.get(0), 1, 2.78);
        assertNear(segments.get(1), 8, 9.78);
    }

    @Test
    void knocksInAPauseDoNotLengthenIt() throws IOException {
        float[] sound = put(sentence(), 1, noise(11, 7, -60));
        float[] keys = GeneratedSounds.keys(new SplittableRandom(1), 3 * Pcm.RATE, 4);
        put(GeneratedSounds.scaled(keys, 0.1), 3.2, sound);

        List<Span> segments = Segments.of(sound);

        assertThat(segments).hasSize(1);
        assertNear(segments.getFirst(), 1, 2.78);
    }

    @Test
    void paddingMovesTheEdges() throws IOException {
        float[] sound = put(sentence(), 1, noise(12, 5, -50));
        Span bare =
                Segments.of(sound, DEFAULTS.withPadding(Duration.ZERO, Duration.ZERO)).getFirst();
        Span padded =
                Segments.of(
                                sound,
                                DEFAULTS.withPadding(
                                        Duration.ofMillis(200), Duration.ofMillis(300)))
                        .getFirst();

        assertThat(padded.start()).isEqualTo(bare.start() - 3200);
        assertThat(padded.end()).isEqualTo(bare.end() + 4800);
    }

    @Test
    void segmentsNeverOverlap() throws IOException {
        float[] sound = put(sentence(), 3.2, put(sentence(), 1, noise(13, 6, -50)));
        Settings wide =
                DEFAULTS.withPause(Duration.ofMillis(300))
                        .withPadding(Duration.ofSeconds(1), Duration.ofMillis(300));

        List<Span> segments = Segments.of(sound, wide);

        assertThat(segments).hasSize(2);
        assertThat(segments.get(1).start()).isGreaterThanOrEqualTo(segments.get(0).end());
    }

    @Test
    void whatIsTooShortIsNoSegment() throws IOException {
        float[] sound = put(sentence(), 1, noise(14, 5, -50));

        assertThat(Segments.of(sound, DEFAULTS.withShortestSpeech(Duration.ofMillis(1500))))
                .hasSize(1);
        assertThat(Segments.of(sound, DEFAULTS.withShortestSpeech(Duration.ofSeconds(2))))
                .isEmpty();
    }

    @Test
    void sensitivityOpensMoreOrLess() {
        long deaf = opened(SpeechlessClip.music(), DEFAULTS.withSensitivity(0));
        long usual = opened(SpeechlessClip.music(), DEFAULTS);
        long keen = opened(SpeechlessClip.music(), DEFAULTS.withSensitivity(1));

        assertThat(deaf).isLessThan(usual);
        assertThat(usual).isLessThan(keen);
    }

    private static long opened(List<SpeechlessClip> clips, Settings settings) {
        return clips.stream().filter(c -> !Segments.of(c.samples(), settings).isEmpty()).count();
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertRefused("pause of PT0.05S", s -> s.withPause(Duration.ofMillis(50)));
        assertRefused("pause of PT11S", s -> s.withPause(Duration.ofSeconds(11)));
        assertRefused("shortest speech", s -> s.withShortestSpeech(Duration.ofSeconds(-1)));
        assertRefused(
                "padding before", s -> s.withPadding(Duration.ofSeconds(2), Duration.ofMillis(1)));
        assertRefused(
                "longer than the pause", s -> s.withPadding(Duration.ZERO, Duration.ofMillis(900)));
        assertRefused("sensitivity", s -> s.withSensitivity(1.1));
        assertRefused("sensitivity", s -> s.withSensitivity(Double.NaN));
    }

    private static void assertRefused(String message, UnaryOperator<Settings> change) {
        assertThatThrownBy(() -> change.apply(DEFAULTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
