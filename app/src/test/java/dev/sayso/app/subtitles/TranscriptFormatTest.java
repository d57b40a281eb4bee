package dev.sayso.app.subtitles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.Language;
import dev.sayso.engine.Transcript;
import dev.sayso.engine.Transcript.Segment;
import dev.sayso.engine.Transcript.Timings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TranscriptFormatTest {

    @Test
    void srtNumbersCuesAndRoundsToMilliseconds() {
        String srt =
                TranscriptFormat.SRT.render(
                        file(
                                segment("First.", 0, 1_999_500_000L),
                                segment("Second.", 3_599_999_600_000L, 3_601_004_000_000L)));

        assertThat(srt)
                .isEqualTo(
                        """
                        1
                        00:00:00,000 --> 00:00:02,000
                        First.

                        2
                        01:00:00,000 --> 01:00:01,004
                        Second.

                        """);
    }

    @Test
    void hoursGoPast99() {
        assertThat(Subtitles.stamp(Duration.ofHours(123).toMillis() + 1, ','))
                .isEqualTo("123:00:00,001");
    }

    @Test
    void cuesStandLongEnoughToBeRead() {
        assertThat(TranscriptFormat.SRT.render(file(segment("a", 5_000_000, 5_000_000))))
                .contains("00:00:00,005 --> 00:00:01,005");
    }

    @Test
    void longSegmentsBecomeSeveralCues() {
        String sentence = "This is a sentence of some length, as people say them. ";
        assertThat(
                        TranscriptFormat.SRT.render(
                                file(segment(sentence.repeat(4).strip(), 0, 20_000_000_000L))))
                .contains("\n4\n00:00:14,977 --> 00:00:20,000\n")
                .contains("This is a sentence of some length,\nas people say them.\n");
    }

    @Test
    void srtTextCannotBreakTheCue() {
        assertThat(TranscriptFormat.SRT.render(file(segment("a\n\nb --> c", 0, 1_000_000_000))))
                .contains("\na b -> c\n\n")
                .hasLineCount(4);
    }

    @Test
    void vttEscapesAndSaysThatTimesAreEstimated() {
        assertThat(
                        TranscriptFormat.VTT.render(
                                file(segment("R&D <b> --> \r\n x", 0, 1_000_000_000L))))
                .isEqualTo(
                        """
                        WEBVTT

                        NOTE times are estimated: text shares the time of the stretch of sound it is from

                        00:00:00.000 --> 00:00:01.000
                        R&amp;D &lt;b&gt; --&gt; x

                        """);
    }

    @Test
    void txtIsTheTextOnALine() {
        assertThat(TranscriptFormat.TXT.render(file(segment("One.", 0, 1), segment("Two.", 1, 2))))
                .isEqualTo("One. Two.\n");
        assertThat(TranscriptFormat.TXT.render(file())).isEqualTo("\n");
    }

    @Test
    void jsonIsOneLineThatHoldsEverything() {
        String json =
                TranscriptFormat.JSON.render(file(segment("Ein \"Wort\".\n", 0, 1_500_000_000L)));
        JsonNode root = JsonMapper.shared().readTree(json);

        assertThat(json).hasLineCount(1).endsWith("}\n");
        assertThat(root.path("file").asString()).isEqualTo("talk.wav");
        assertThat(root.path("model").asString()).isEqualTo("tiny");
        assertThat(root.path("language").asString()).isEqualTo("de");
        assertThat(root.path("duration").asDouble()).isEqualTo(2.0);
        assertThat(root.path("times").asString()).isEqualTo("estimated");
        assertThat(root.path("complete").asBoolean()).isTrue();
        assertThat(root.path("text").asString()).isEqualTo("Ein \"Wort\".\n");
        assertThat(root.path("segments").get(0).path("end").asDouble()).isEqualTo(1.5);
        assertThat(root.path("segments").get(0).path("language").asString()).isEqualTo("de");
        assertThat(root.path("warnings").get(0).asString()).isEqualTo("careful");
        assertThat(root.path("timings").path("times_real_time").asDouble()).isEqualTo(4.0);
    }

    @Test
    void jsonOfSilenceHasNoLanguage() {
        JsonNode root = JsonMapper.shared().readTree(TranscriptFormat.JSON.render(file()));

        assertThat(root.path("language").isNull()).isTrue();
        assertThat(root.path("segments").size()).isZero();
    }

    @Test
    void formatsAreFoundByName() {
        assertThat(TranscriptFormat.find("VTT")).contains(TranscriptFormat.VTT);
        assertThat(TranscriptFormat.find("doc")).isEmpty();
        assertThat(TranscriptFormat.SRT.extension()).isEqualTo("srt");
    }

    private static TranscribedFile file(Segment... segments) {
        Duration half = Duration.ofMillis(500);
        Timings timings =
                new Timings(
                        Duration.ofSeconds(2),
                        half,
                        half,
                        half,
                        half,
                        half,
                        new Transcript.Work(1, 2, 3, 2, 0, 0, 0));
        return new TranscribedFile(
                "talk.wav",
                "tiny",
                new Transcript(List.of(segments), timings, List.of("careful")),
                true);
    }

    private static Segment segment(String text, long start, long end) {
        return new Segment(text, Duration.ofNanos(start), Duration.ofNanos(end), Language.GERMAN);
    }
}
