package dev.sayso.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.audio.WavFile;
import dev.sayso.engine.checkpoint.TinyCheckpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SpeechRecognizerTest {

    private static final String LONG = "08-long-with-pauses";
    private static final Hints CUT = Hints.none().withStretch(Duration.ofSeconds(5));

    @SuppressWarnings("NullAway.Init")
    private static SpeechRecognizer recognizer;

    @BeforeAll
    static void open() throws IOException {
        recognizer = SpeechRecognizer.open(StarterModel.FOLDER, EngineOptions.defaults());
    }

    @AfterAll
    static void close() {
        recognizer.close();
    }

    /// The example in README.md.
    @Test
    void fiveLinesAreEnough() throws Exception {
        Path model = StarterModel.FOLDER;
        Path file = Path.of("starter-model/samples/01-unseen-female-voice.wav");

        try (var recognizer = SpeechRecognizer.open(model, EngineOptions.defaults())) {
            var sound = WavFile.read(file).pcm();
            var transcript = recognizer.transcribe(sound, Hints.none(), event -> {});
            assertThat(transcript.text()).isEqualTo("Eight three nine six zero three zero.");
        }
    }

    @Test
    void eventsKeepTheirLaws() throws Exception {
        List<TranscriptEvent> events = new ArrayList<>();
        Thread caller = Thread.currentThread();
        Transcript transcript =
                recognizer.transcribe(
                        StarterModel.sample(LONG),
                        CUT,
                        event -> {
                            assertThat(Thread.currentThread()).isSameAs(caller);
                            events.add(event);
                        });
        List<Transcript.Segment> committed = new ArrayList<>();
        Duration done = Duration.ZERO;
        String tentative = "";
        for (TranscriptEvent event : events) {
            switch (event) {
                case TranscriptEvent.Tentative(String text) -> {
                    assertThat(text).startsWith(tentative);
                    tentative = text;
                }
                case TranscriptEvent.Committed(Transcript.Segment segment) -> {
                    committed.add(segment);
                    tentative = "";
                }
                case TranscriptEvent.LanguageDetected(Language language) ->
                        assertThat(language).isEqualTo(Language.ENGLISH);
                case TranscriptEvent.Progress(Duration now, Duration total) -> {
                    assertThat(now).isBetween(done, total);
                    assertThat(total).isEqualTo(Duration.ofSeconds(40));
                    done = now;
                }
            }
        }
        assertThat(committed).isEqualTo(transcript.segments()).hasSizeGreaterThan(4);
        assertThat(done).isEqualTo(Duration.ofSeconds(40));
        int before = events.size();
        Thread.sleep(50);
        assertThat(events).hasSize(before);
    }

    @Test
    void segmentsFollowEachOtherAndTheirTextsJoinedAreTheTranscript() throws Exception {
        Transcript transcript = recognizer.transcribe(StarterModel.sample(LONG), CUT, _ -> {});
        Duration end = Duration.ZERO;
        StringBuilder text = new StringBuilder();
        for (Transcript.Segment segment : transcript.segments()) {
            assertThat(segment.start()).isGreaterThanOrEqualTo(end);
            assertThat(segment.end()).isGreaterThan(segment.start());
            assertThat(segment.text()).isNotBlank().isEqualTo(segment.text().strip());
            end = segment.end();
            text.append(text.isEmpty() ? "" : " ").append(segment.text());
        }
        assertThat(transcript.text()).isEqualTo(text.toString());
        assertThat(transcript.language()).contains(Language.ENGLISH);
        assertThat(transcript.timings().audio()).isEqualTo(Duration.ofSeconds(40));
    }

    /// All of this model's scores are equal, so it says its first token for ever.
    @Test
    void aModelThatDoesNotStopIsStoppedAndReported(@TempDir Path folder) throws Exception {
        String norm = "thinker.model.norm.weight";
        int width = TinyCheckpoint.builder().write(folder.resolve("shape")).shape(norm)[0];
        Path model = folder.resolve("stuck");
        TinyCheckpoint.builder().with(norm, new float[width]).write(model);
        try (SpeechRecognizer stuck = SpeechRecognizer.open(model, EngineOptions.defaults())) {
            Pcm sound = StarterModel.sample("04-known-female-voice").slice(0, 3 * Pcm.RATE);
            Transcript transcript = stuck.transcribe(sound, Hints.none(), _ -> {});
            assertThat(transcript.timings().work().newTokens()).isLessThan(64);
            assertThat(transcript.warnings())
                    .containsExactly("0.0–3.0 s: the model repeated itself; the loop was cut");
        }
    }

    @Test
    void silenceAndNothingGiveNoText() throws Exception {
        assertThat(hear(Pcm.of(new float[0])).text()).isEmpty();
        assertThat(hear(Pcm.of(new float[1])).text()).isEmpty();
        assertThat(hear(Pcm.of(new float[3 * Pcm.RATE])).segments()).isEmpty();
        assertThat(hear(StarterModel.sample("09-hiss-only")).text()).isEmpty();
    }

    @Test
    void everyModeGivesText() throws Exception {
        Pcm sound = StarterModel.sample(LONG);
        for (Hints hints :
                List.of(
                        CUT.withPastText(PastText.YES),
                        CUT.withSkipSilence(true),
                        CUT.withLanguage(Language.ENGLISH),
                        CUT.withContext("Anna, Karen"),
                        CUT.withSearch(Duration.ZERO))) {
            Transcript transcript = recognizer.transcribe(sound, hints, _ -> {});
            assertThat(transcript.segments()).hasSizeGreaterThan(3);
            for (Transcript.Segment segment : transcript.segments()) {
                assertThat(segment.text()).doesNotContain("<asr_text>", "<|", "language English");
            }
        }
    }

    @Test
    void aForcedLanguageIsTheSegments() throws Exception {
        Pcm sound = StarterModel.sample("01-unseen-female-voice");
        Hints hints = Hints.none().withLanguage(Language.ENGLISH);
        List<TranscriptEvent> events = new ArrayList<>();
        Transcript transcript = recognizer.transcribe(sound, hints, events::add);
        assertThat(transcript.text()).isEqualTo("Eight three nine six zero three zero.");
        assertThat(transcript.segments().getFirst().language()).isEqualTo(Language.ENGLISH);
        assertThat(events).noneMatch(e -> e instanceof TranscriptEvent.LanguageDetected);
    }

    @Test
    void theEncoderWindowIsTheCallersChoice() throws Exception {
        EngineOptions narrow = EngineOptions.defaults().withEncoderWindowSeconds(2);
        try (SpeechRecognizer other = SpeechRecognizer.open(StarterModel.FOLDER, narrow)) {
            Pcm sound = StarterModel.sample("05-known-male-voice");
            assertThat(other.transcribe(sound, Hints.none(), _ -> {}).text()).isNotBlank();
        }
    }

    @Test
    void anInterruptEndsTheRunAndTheNextOneWorks() throws Exception {
        List<String> shown = new ArrayList<>();
        Pcm sound = StarterModel.sample(LONG);
        assertThatThrownBy(
                        () ->
                                recognizer.transcribe(
                                        sound,
                                        CUT,
                                        event -> {
                                            if (event instanceof TranscriptEvent.Tentative t) {
                                                shown.add(t.text());
                                                Thread.currentThread().interrupt();
                                            }
                                        }))
                .isInstanceOf(InterruptedException.class);
        assertThat(shown).hasSize(1);
        assertThat(hear(StarterModel.sample("01-unseen-female-voice")).text()).startsWith("Eight");
    }

    @Test
    void oneRunAtATime() throws Exception {
        Pcm sound = StarterModel.sample("01-unseen-female-voice");
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch tried = new CountDownLatch(1);
        FutureTask<Transcript> first =
                new FutureTask<>(
                        () ->
                                recognizer.transcribe(
                                        sound,
                                        Hints.none(),
                                        _ -> {
                                            running.countDown();
                                            await(tried);
                                        }));
        Thread.ofPlatform().start(first);
        assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> hear(sound)).isInstanceOf(IllegalStateException.class);
        tried.countDown();
        assertThat(first.get(60, TimeUnit.SECONDS).text()).startsWith("Eight");
        assertThatThrownBy(() -> recognizer.transcribe(sound, CUT, _ -> recognizer.close()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void closingInterruptsARunAndWaitsForIt() throws Exception {
        SpeechRecognizer other =
                SpeechRecognizer.open(StarterModel.FOLDER, EngineOptions.defaults());
        CountDownLatch running = new CountDownLatch(1);
        Pcm sound = StarterModel.sample(LONG);
        FutureTask<Transcript> run =
                new FutureTask<>(() -> other.transcribe(sound, CUT, _ -> running.countDown()));
        Thread.ofPlatform().start(run);
        assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
        other.close();
        assertThatThrownBy(() -> run.get(30, TimeUnit.SECONDS))
                .hasCauseInstanceOf(InterruptedException.class);
        other.close();
        assertThatThrownBy(() -> other.transcribe(sound, CUT, _ -> {}))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aContextThatLeavesNoRoomIsRefused() {
        String endless = "word ".repeat(20_000);
        assertThatThrownBy(
                        () ->
                                recognizer.transcribe(
                                        StarterModel.sample(LONG),
                                        Hints.none().withContext(endless),
                                        _ -> {}))
                .isInstanceOf(ContextTooLongException.class)
                .hasMessageContaining("at most 10000 are allowed");
    }

    private static Transcript hear(Pcm sound) throws InterruptedException {
        return recognizer.transcribe(sound, Hints.none(), _ -> {});
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
