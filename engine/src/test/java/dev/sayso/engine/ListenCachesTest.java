package dev.sayso.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.audio.AudioSource;
import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.checkpoint.TinyCheckpoint;
import dev.sayso.engine.stream.Caches;
import dev.sayso.engine.stream.Caches.Drafts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is kept from round to round, every event of a run is the same.
@Timeout(300)
class ListenCachesTest {

    private static final List<Caches> CACHES =
            List.of(
                    Caches.all(),
                    new Caches(true, false, false, false, Drafts.OFF),
                    new Caches(false, true, false, false, Drafts.OFF),
                    new Caches(false, false, true, false, Drafts.OFF),
                    new Caches(false, false, false, true, Drafts.OFF),
                    new Caches(false, false, false, false, Drafts.READ),
                    Caches.all().withDrafts(Drafts.REFUSED));

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theStarterModelWritesTheSame(boolean detectSpeech) throws Exception {
        Pcm sound = StarterModel.sample("08-long-with-pauses").slice(0, 24 * Pcm.RATE);
        StreamOptions options = StreamOptions.defaults().withDetectSpeech(detectSpeech);
        try (Qwen3Recognizer model =
                Qwen3Recognizer.open(StarterModel.FOLDER, EngineOptions.defaults())) {
            same(model, sound, options, "starter");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomModelsWriteTheSame(long seed, @TempDir Path folder) throws Exception {
        Random random = new Random(seed);
        TinyCheckpoint.builder().seed(seed).write(folder);
        EngineOptions engine = EngineOptions.defaults().withEncoderWindowSeconds(random.nextInt(9));
        try (Qwen3Recognizer model = Qwen3Recognizer.open(folder, engine)) {
            Pcm sound = StarterModel.sample("08-long-with-pauses").slice(0, 14 * Pcm.RATE);
            same(model, sound, ListenTest.options(random), "seed " + seed);
        }
    }

    private static void same(Qwen3Recognizer model, Pcm sound, StreamOptions options, String what)
            throws Exception {
        List<String> expected = run(model, sound, options, Caches.none());
        assertThat(expected).as(what).hasSizeGreaterThan(5);
        for (Caches caches : CACHES) {
            assertThat(run(model, sound, options, caches))
                    .as("%s, %s, %s", what, options, caches)
                    .isEqualTo(expected);
        }
    }

    /// All events, and after each round how many tokens its answer has.
    private static List<String> run(
            Qwen3Recognizer model, Pcm sound, StreamOptions options, Caches caches)
            throws Exception {
        EventLaws laws = new EventLaws();
        model.listen(AudioSource.of(sound), Hints.none(), options, caches, laws);
        List<String> all = new ArrayList<>();
        laws.events().forEach(event -> all.add(event.toString()));
        laws.rounds().forEach(round -> all.add(round.heard() + " " + round.tokens()));
        return all;
    }

    @Test
    void aRoundCostsWhatIsNewInIt() throws Exception {
        Pcm sound = StarterModel.sample("08-long-with-pauses");
        StreamOptions options = StreamOptions.defaults().withDetectSpeech(false);
        try (Qwen3Recognizer model =
                Qwen3Recognizer.open(StarterModel.FOLDER, EngineOptions.defaults())) {
            EventLaws laws = new EventLaws();
            model.listen(AudioSource.of(sound), Hints.none(), options, Caches.all(), laws);
            for (StreamRound round : laws.rounds()) {
                String what = round.toString();
                assertThat(round.windowsEncoded()).as(what).isLessThanOrEqualTo(2);
                assertThat(round.audioTokensEncoded()).as(what).isLessThanOrEqualTo(2 * 104);
                // an open window, the prompt's tail, and the answer
                assertThat(round.positionsRead())
                        .as(what)
                        .isLessThanOrEqualTo(
                                9 + round.audioTokensEncoded() + 6 + 32 + round.tokens());
                assertThat(round.accepted()).as(what).isLessThanOrEqualTo(round.drafted());
                assertThat(round.steps()).as(what).isLessThanOrEqualTo(round.tokens());
            }
            int drafted = laws.rounds().stream().mapToInt(StreamRound::drafted).sum();
            int accepted = laws.rounds().stream().mapToInt(StreamRound::accepted).sum();
            assertThat(accepted).isGreaterThan(drafted / 3);
        }
    }
}
