package dev.sayso.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.audio.AudioSource;
import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.audio.WavFile;
import dev.sayso.engine.stream.Caches;
import dev.sayso.engine.stream.Caches.Drafts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What streams cost with a checkpoint of full size that speaks a script (`0.6b-script-3000` in the
/// folder named by `-Dsayso.models`, made by `bench/make_random_model.py` of the folder `shared`),
/// on a recording of 45 s, 12 new tokens a round: counts are checked, times are printed.
@Tag("model")
class StreamCostTest {

    @ParameterizedTest
    @CsvSource({"2000, READ", "1000, READ", "2000, REFUSED", "2000, OFF"})
    void roundsOfAScript(long roundMillis, Drafts drafts) throws Exception {
        StreamOptions options =
                StreamOptions.defaults()
                        .withDetectSpeech(false)
                        .withMostNewTokens(12)
                        .withMostFinalTokens(12)
                        .withRound(Duration.ofMillis(roundMillis));
        Path clip = SharedFolder.shared("speech/45s_dont_be_afraid_of_me.wav");
        Pcm sound = WavFile.read(clip).pcm();
        try (Qwen3Recognizer model = open()) {
            Caches caches = Caches.all().withDrafts(drafts);
            // the kernels are compiled meanwhile
            listen(model, sound.slice(0, 10 * Pcm.RATE), options, caches);
            EventLaws laws = listen(model, sound, options, caches);
            print(roundMillis + " ms, drafts " + drafts, laws);
            int drafted = laws.rounds().stream().mapToInt(StreamRound::drafted).sum();
            int accepted = laws.rounds().stream().mapToInt(StreamRound::accepted).sum();
            switch (drafts) {
                case READ -> assertThat(accepted).isEqualTo(drafted).isPositive();
                case REFUSED -> assertThat(accepted).isZero();
                case OFF -> assertThat(drafted).isZero();
            }
            for (StreamRound round : laws.rounds()) {
                assertThat(round.newTokens()).isEqualTo(12);
                assertThat(round.windowsEncoded()).isEqualTo(round.fresh().isZero() ? 0 : 1);
            }
        }
    }

    @Test
    void whatIsKeptChangesNothing() throws Exception {
        Path clip = SharedFolder.shared("speech/10s_back_down_the_road.wav");
        Pcm sound = WavFile.read(clip).pcm();
        StreamOptions options =
                StreamOptions.defaults().withDetectSpeech(false).withMostNewTokens(12);
        try (Qwen3Recognizer model = open()) {
            EventLaws with = listen(model, sound, options, Caches.all());
            EventLaws without = listen(model, sound, options, Caches.none());
            assertThat(with.events()).isEqualTo(without.events());
        }
    }

    private static Qwen3Recognizer open() throws Exception {
        Path folder = FullSizeTest.models().resolve("0.6b-script-3000");
        return Qwen3Recognizer.open(folder, EngineOptions.defaults());
    }

    private static EventLaws listen(
            Qwen3Recognizer model, Pcm sound, StreamOptions options, Caches caches)
            throws Exception {
        EventLaws laws = new EventLaws();
        Transcript transcript =
                model.listen(AudioSource.of(sound), Hints.none(), options, caches, laws);
        laws.check(transcript, caches.toString());
        return laws;
    }

    private static void print(String what, EventLaws laws) {
        long[] nanos =
                laws.rounds().stream().mapToLong(r -> r.compute().toNanos()).sorted().toArray();
        long sum = 0;
        for (long time : nanos) {
            sum += time;
        }
        int read = laws.rounds().stream().mapToInt(StreamRound::positionsRead).sum();
        int steps = laws.rounds().stream().mapToInt(StreamRound::steps).sum();
        int tokens = laws.rounds().stream().mapToInt(StreamRound::newTokens).sum();
        IO.println(
                String.format(
                        Locale.ROOT,
                        "%s: %d rounds, %.0f ms in all, p50 %.0f, p95 %.0f, most %.0f;"
                                + " tokens %d, positions read %d, steps %d",
                        what,
                        nanos.length,
                        sum / 1e6,
                        nanos[nanos.length / 2] / 1e6,
                        nanos[(int) Math.ceil(nanos.length * 0.95) - 1] / 1e6,
                        nanos[nanos.length - 1] / 1e6,
                        tokens,
                        read,
                        steps));
    }
}
