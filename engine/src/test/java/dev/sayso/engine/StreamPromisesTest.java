package dev.sayso.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.audio.AudioSource;
import dev.sayso.engine.audio.Pcm;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a stream promises beside what offline transcription gives: the starter model on its
/// samples, in rounds of 2 s.
@Timeout(300)
class StreamPromisesTest {

    private static final List<String> SAMPLES =
            List.of(
                    "01-unseen-female-voice",
                    "02-unseen-female-voice-two-sentences",
                    "03-unseen-male-voice-two-sentences",
                    "04-known-female-voice",
                    "05-known-male-voice",
                    "08-long-with-pauses");

    /// In steps of this the first word is looked for.
    private static final int STEP = Pcm.RATE / 10;

    @SuppressWarnings("NullAway.Init")
    private static Qwen3Recognizer recognizer;

    @BeforeAll
    static void open() throws IOException {
        recognizer = Qwen3Recognizer.open(StarterModel.FOLDER, EngineOptions.defaults());
    }

    @AfterAll
    static void close() {
        recognizer.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofAHundredWordsNinetyFiveAreThoseOfOffline(boolean detectSpeech) throws Exception {
        StreamOptions options = StreamOptions.defaults().withDetectSpeech(detectSpeech);
        int words = 0;
        int wrong = 0;
        List<String> differences = new ArrayList<>();
        for (String name : SAMPLES) {
            Pcm sound = StarterModel.sample(name);
            String offline = offline(sound);
            EventLaws laws = new EventLaws();
            Transcript live = recognizer.listen(AudioSource.of(sound), Hints.none(), options, laws);
            laws.check(live, name);
            words += WordErrors.words(offline).size();
            int count = WordErrors.count(offline, live.text());
            wrong += count;
            if (count > 0) {
                differences.add(count + " in " + name + ": " + live.text());
            }
        }
        IO.println(
                "live "
                        + (detectSpeech ? "with" : "without")
                        + " detection of speech: "
                        + wrong
                        + " of "
                        + words
                        + " words differ from offline "
                        + differences);
        assertThat(wrong).as(differences.toString()).isLessThanOrEqualTo(words / 20);
    }

    @Test
    void theFirstWordIsCommittedAtMostTwoRoundsAfterItWasSpoken() throws Exception {
        for (String name : SAMPLES) {
            Pcm sound = StarterModel.sample(name);
            EventLaws laws = new EventLaws();
            StreamOptions options = StreamOptions.defaults();
            recognizer.listen(AudioSource.of(sound), Hints.none(), options, laws);
            StreamRound first =
                    laws.rounds().stream()
                            .filter(round -> round.committedCharacters() > 0)
                            .findFirst()
                            .orElseThrow();
            Duration spoken = firstWordSpoken(sound);
            IO.println(
                    name + ": first word spoken by " + spoken + ", committed at " + first.heard());
            assertThat(first.heard())
                    .as(name)
                    .isLessThanOrEqualTo(spoken.plus(options.round().multipliedBy(2)));
        }
    }

    /// How much of a sound must be heard for its first word to be known.
    private static Duration firstWordSpoken(Pcm sound) throws Exception {
        String word = WordErrors.words(offline(sound)).getFirst();
        for (int end = STEP; end < sound.length(); end += STEP) {
            List<String> known = WordErrors.words(offline(sound.slice(0, end)));
            if (!known.isEmpty() && known.getFirst().equals(word)) {
                return Duration.ofNanos(end * 1_000_000_000L / Pcm.RATE);
            }
        }
        return sound.duration();
    }

    private static String offline(Pcm sound) throws InterruptedException {
        Hints hints = Hints.none();
        if (sound.seconds() > 15) {
            // in one piece the starter model loses its place, see its MODEL_CARD.md
            hints = hints.withStretch(Duration.ofSeconds(5));
        }
        return recognizer.transcribe(sound, hints, _ -> {}).text();
    }
}
