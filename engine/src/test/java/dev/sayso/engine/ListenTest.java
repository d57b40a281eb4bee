package dev.sayso.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayso.engine.audio.AudioSource;
import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.audio.SourceClock;
import dev.sayso.engine.checkpoint.TinyCheckpoint;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class ListenTest {

    private static final String LONG = "08-long-with-pauses";

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

    @Test
    void speechWithPausesIsWrittenUtteranceByUtterance() throws Exception {
        Transcript transcript =
                recognizer.listen(source(LONG), Hints.none(), StreamOptions.defaults(), _ -> {});
        String said = StarterModel.said(LONG);
        // the model mishears some words offline, too
        assertThat(WordErrors.count(said, transcript.text()))
                .as(transcript.text())
                .isLessThanOrEqualTo(WordErrors.words(said).size() / 20);
        assertThat(transcript.language()).contains(Language.ENGLISH);
        assertThat(transcript.timings().audio()).isEqualTo(Duration.ofSeconds(40));
        assertThat(transcript.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01-unseen-female-voice",
                "02-unseen-female-voice-two-sentences",
                "03-unseen-male-voice-two-sentences",
                "04-known-female-voice",
                "05-known-male-voice",
                "09-hiss-only"
            })
    void aSoundThatIsNotCutIsWrittenAsOffline(String name) throws Exception {
        StreamOptions options = StreamOptions.defaults().withDetectSpeech(false);
        Transcript transcript = recognizer.listen(source(name), Hints.none(), options, _ -> {});
        assertThat(transcript.text()).isEqualTo(StarterModel.said(name));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void eventsKeepTheirLaws(long seed) throws Exception {
        Random random = new Random(seed);
        checkLaws(recognizer, StarterModel.sample(LONG), options(random), "seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void eventsKeepTheirLawsWhateverTheModelSays(long seed, @TempDir Path folder) throws Exception {
        Random random = new Random(seed);
        TinyCheckpoint.builder().seed(seed).write(folder);
        try (Qwen3Recognizer wild = Qwen3Recognizer.open(folder, EngineOptions.defaults())) {
            Pcm sound = StarterModel.sample(LONG).slice(0, 12 * Pcm.RATE);
            checkLaws(wild, sound, options(random), "seed " + seed);
        }
    }

    static StreamOptions options(Random random) {
        return StreamOptions.defaults()
                .withRound(Duration.ofMillis(500 + random.nextInt(2500)))
                .withMostNewTokens(6 + random.nextInt(30))
                .withDetectSpeech(random.nextBoolean())
                .withPause(Duration.ofMillis(200 + random.nextInt(1000)));
    }

    private static void checkLaws(
            SpeechRecognizer model, Pcm sound, StreamOptions options, String what)
            throws Exception {
        EventLaws laws = new EventLaws();
        Transcript transcript = model.listen(AudioSource.of(sound), Hints.none(), options, laws);
        laws.check(transcript, what + ", " + options);
    }

    @Test
    void howTheSoundArrivesDoesNotMatter() throws Exception {
        Pcm sound = StarterModel.sample("05-known-male-voice");
        List<TranscriptEvent> atOnce = new ArrayList<>();
        List<TranscriptEvent> inCrumbs = new ArrayList<>();
        recognizer.listen(
                AudioSource.of(sound), Hints.none(), StreamOptions.defaults(), atOnce::add);
        AudioSource whole = AudioSource.of(sound);
        AudioSource crumbs =
                (into, offset, length) -> whole.read(into, offset, Math.min(length, 77));
        recognizer.listen(crumbs, Hints.none(), StreamOptions.defaults(), inCrumbs::add);
        assertThat(inCrumbs).isEqualTo(atOnce);
    }

    @Test
    void speechWithoutAPauseIsCutWhereItLosesNoWords() throws Exception {
        List<String> names =
                List.of(
                        "05-known-male-voice",
                        "04-known-female-voice",
                        "01-unseen-female-voice",
                        "05-known-male-voice",
                        "04-known-female-voice",
                        "01-unseen-female-voice");
        StringBuilder said = new StringBuilder();
        List<Pcm> sounds = new ArrayList<>();
        for (String name : names) {
            said.append(StarterModel.said(name)).append(' ');
            sounds.add(StarterModel.sample(name));
        }
        EventLaws laws = new EventLaws();
        Transcript transcript =
                recognizer.listen(
                        AudioSource.of(joined(sounds)),
                        Hints.none(),
                        StreamOptions.defaults().withDetectSpeech(false),
                        laws);
        laws.check(transcript, "joined");
        // 36 s in one breath are three utterances or more
        assertThat(laws.rounds()).filteredOn(StreamRound::ended).hasSizeBetween(3, 5);
        int words = WordErrors.words(said.toString()).size();
        assertThat(WordErrors.words(transcript.text()).size())
                .as(transcript.text())
                .isBetween(words - words / 10, words + words / 10);
        assertThat(WordErrors.count(said.toString(), transcript.text()))
                .as(transcript.text())
                .isLessThanOrEqualTo(words / 4);
    }

    private static Pcm joined(List<Pcm> sounds) {
        int length = sounds.stream().mapToInt(Pcm::length).sum();
        float[] samples = new float[length];
        int at = 0;
        for (Pcm sound : sounds) {
            sound.copyTo(samples, at);
            at += sound.length();
        }
        return Pcm.of(samples);
    }

    @Test
    void aSlowMachineMakesFewerRoundsAndMissesNothing() throws Exception {
        TestClock clock = new TestClock();
        AudioSource source = AudioSource.paced(source("05-known-male-voice"), clock);
        List<StreamRound> rounds = new ArrayList<>();
        StreamListener slow =
                new StreamListener() {
                    @Override
                    public void accept(TranscriptEvent event) {}

                    @Override
                    public void roundDone(StreamRound round) {
                        rounds.add(round);
                        // five seconds for each round of two
                        clock.now += 5_000_000_000L;
                    }
                };
        StreamOptions options = StreamOptions.defaults().withDetectSpeech(false);
        Transcript transcript = recognizer.listen(source, Hints.none(), options, slow);
        assertThat(transcript.text()).isEqualTo(StarterModel.said("05-known-male-voice"));
        assertThat(rounds).hasSize(3);
        assertThat(rounds.get(0).fresh()).isEqualTo(Duration.ofSeconds(2));
        assertThat(rounds.get(1).fresh()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
    }

    /// Time passes only while somebody sleeps, and as the test says.
    private static final class TestClock implements SourceClock {
        private long now;

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
    void nothingGivesNothing() throws Exception {
        for (boolean detect : new boolean[] {true, false}) {
            StreamOptions options = StreamOptions.defaults().withDetectSpeech(detect);
            for (int samples : new int[] {0, 1, 159, 1600, 3 * Pcm.RATE}) {
                Pcm silence = Pcm.of(new float[samples]);
                Transcript transcript =
                        recognizer.listen(AudioSource.of(silence), Hints.none(), options, _ -> {});
                assertThat(transcript.segments()).as("%d samples", samples).isEmpty();
            }
        }
    }

    @Test
    void aSourceThatBreaksLosesNothingThatWasHeard() throws Exception {
        AudioSource whole = source("05-known-male-voice");
        AudioSource breaking =
                (into, offset, length) -> {
                    int got = whole.read(into, offset, length);
                    if (got < 0) {
                        throw new IOException("microphone: gone");
                    }
                    return got;
                };
        List<String> said = new ArrayList<>();
        assertThatThrownBy(
                        () ->
                                recognizer.listen(
                                        breaking,
                                        Hints.none(),
                                        event -> {
                                            if (event instanceof TranscriptEvent.Committed c) {
                                                said.add(c.segment().text());
                                            }
                                        }))
                .isInstanceOf(IOException.class)
                .hasMessage("microphone: gone");
        assertThat(String.join(" ", said)).isEqualTo(StarterModel.said("05-known-male-voice"));
    }

    @Test
    void anInterruptEndsTheRunAndTheNextOneWorks() throws Exception {
        List<TranscriptEvent> events = new ArrayList<>();
        assertThatThrownBy(
                        () ->
                                recognizer.listen(
                                        source(LONG),
                                        Hints.none(),
                                        event -> {
                                            events.add(event);
                                            if (event instanceof TranscriptEvent.Committed) {
                                                Thread.currentThread().interrupt();
                                            }
                                        }))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(events).filteredOn(e -> e instanceof TranscriptEvent.Committed).hasSize(1);
        AudioSource waiting =
                (_, _, _) -> {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException("interrupted");
                };
        assertThatThrownBy(() -> recognizer.listen(waiting, Hints.none(), _ -> {}))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        String name = "01-unseen-female-voice";
        assertThat(recognizer.listen(source(name), Hints.none(), _ -> {}).text())
                .isEqualTo(StarterModel.said(name));
    }

    @Test
    void hintsAreHeeded() throws Exception {
        String name = "05-known-male-voice";
        Hints hints =
                Hints.none()
                        .withLanguage(Language.ENGLISH)
                        .withPastText(PastText.NO)
                        .withContext("office");
        List<TranscriptEvent> events = new ArrayList<>();
        Transcript transcript = recognizer.listen(source(name), hints, events::add);
        assertThat(transcript.text()).isNotBlank().doesNotContain("<asr_text>");
        assertThat(events).noneMatch(e -> e instanceof TranscriptEvent.LanguageDetected);
        assertThat(transcript.language()).contains(Language.ENGLISH);
        Hints tooLong = Hints.none().withContext("word ".repeat(20_000));
        assertThatThrownBy(() -> recognizer.listen(source(name), tooLong, _ -> {}))
                .isInstanceOf(ContextTooLongException.class);
    }

    private static AudioSource source(String name) throws IOException {
        return AudioSource.of(StarterModel.sample(name));
    }
}
