package dev.sayso.app.subtitles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.transcript.Cue;
import dev.sayso.app.transcript.TranscriptDocument;
import dev.sayso.engine.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportFormatTest {

    private static final TranscriptDocument TALK =
            document(
                    cue(1000, 3000, "Hello \"world\", R&D."),
                    cue(3000, 4500, "=1+1"),
                    cue(3_725_000, 3_727_500, "你好，<世界>"));

    @Test
    void textIsTheTextAlone() {
        assertThat(render(ExportFormat.TXT, TALK))
                .isEqualTo("Hello \"world\", R&D. =1+1 你好，<世界>\n");
    }

    @Test
    void textWithTimesHasALineForEachCue() {
        assertThat(render(ExportFormat.TXT_TIMES, TALK))
                .isEqualTo(
                        """
                        [0:00:01] Hello "world", R&D.
                        [0:00:03] =1+1
                        [1:02:05] 你好，<世界>
                        """);
    }

    @Test
    void subtitlesFollowTheRulesTheyAreGiven() {
        SubtitleRules narrow =
                new SubtitleRules(
                        10, 8, 2, Duration.ofMillis(500), Duration.ofSeconds(7), 30, Duration.ZERO);

        assertThat(new String(ExportFormat.SRT.render(TALK, narrow), StandardCharsets.UTF_8))
                .startsWith("1\n00:00:01,000 --> 00:00:02,474\nHello\n\"world\",\n\n2\n");
        assertThat(ParsedSubtitles.vtt(render(ExportFormat.VTT, TALK))).hasSize(3);
    }

    @Test
    void jsonHasAllThereIs() {
        JsonNode root = JsonMapper.shared().readTree(render(ExportFormat.JSON, TALK));

        assertThat(root.path("title").asString()).isEqualTo("talk.wav");
        assertThat(root.path("model").asString()).isEqualTo("tiny");
        assertThat(root.path("language").asString()).isEqualTo("en");
        assertThat(root.path("created").asString()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(root.path("duration").asDouble()).isEqualTo(3800);
        assertThat(root.path("segments").size()).isEqualTo(3);
        assertThat(root.path("segments").get(2).path("start").asDouble()).isEqualTo(3725);
        assertThat(root.path("segments").get(2).path("text").asString()).isEqualTo("你好，<世界>");
    }

    @Test
    void csvIsReadByTheRulesOfRfc4180() {
        TranscriptDocument odd =
                document(
                        cue(0, 1500, "a, \"b\""),
                        cue(1500, 2000, "two\nlines"),
                        cue(2000, 3000, "-x"));
        String csv = render(ExportFormat.CSV, odd);

        assertThat(csv).startsWith("\ufeff").endsWith("\r\n");
        assertThat(rows(csv.substring(1)))
                .containsExactly(
                        List.of("start", "end", "text"),
                        List.of("0.000", "1.500", "a, \"b\""),
                        List.of("1.500", "2.000", "two\nlines"),
                        // no spreadsheet takes it for a formula
                        List.of("2.000", "3.000", "'-x"));
    }

    /// A reader as the RFC's grammar has it.
    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append(csv.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == ',') {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (!quoted && c == '\r' && csv.charAt(i + 1) == '\n') {
                i++;
                row.add(cell.toString());
                cell.setLength(0);
                rows.add(row);
                row = new ArrayList<>();
            } else {
                cell.append(c);
            }
        }
        return rows;
    }

    @Test
    void markdownHasParagraphsAndMeansNothingByAccident() {
        assertThat(render(ExportFormat.MARKDOWN, document(cue(0, 1000, "a *b* [c](d) # <e>"))))
                .isEqualTo("# talk.wav\n\n**0:00:00** a \\*b\\* \\[c\\](d) \\# \\<e\\>\n");
        assertThat(render(ExportFormat.MARKDOWN, TALK))
                .contains("\n**0:00:01** Hello")
                .contains("\n**1:02:05** 你好");
    }

    @Test
    void wordOpensItsDocument() throws IOException {
        byte[] docx =
                ExportFormat.DOCX.render(
                        document(
                                cue(0, 1000, "R&D <b> \u0001\uffff 你好 😀"),
                                cue(9000, 9900, "Later.")),
                        SubtitleRules.defaults());
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(word.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .containsExactly("talk.wav", "0:00:00  R&D <b>  你好 😀", "0:00:09  Later.");
            assertThat(word.getParagraphs().getFirst().getStyle()).isEqualTo("Heading1");
            assertThat(word.getStyles().styleExist("Heading1")).isTrue();
        }
    }

    @Test
    void longParagraphsEndWithASentence() {
        List<Cue> cues = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            cues.add(
                    cue(
                            i * 3000L,
                            i * 3000L + 3000,
                            "This is sentence number " + i + " of forty."));
        }
        List<Paragraph> paragraphs = Paragraph.of(cues);

        assertThat(paragraphs).hasSizeBetween(2, 3);
        assertThat(paragraphs)
                .allSatisfy(
                        paragraph -> {
                            assertThat(paragraph.text()).endsWith("forty.");
                            assertThat(paragraph.text().length()).isLessThan(600);
                        });
    }

    @Test
    void nothingWasSaid() {
        for (ExportFormat format : ExportFormat.values()) {
            assertThat(format.render(document(), SubtitleRules.defaults())).isNotNull();
        }
        assertThat(render(ExportFormat.SRT, document())).isEmpty();
    }

    @Test
    void formatsAreFoundByExtension() {
        assertThat(ExportFormat.find("TXT")).contains(ExportFormat.TXT);
        assertThat(ExportFormat.find("md")).contains(ExportFormat.MARKDOWN);
        assertThat(ExportFormat.find("pdf")).isEmpty();
    }

    private static String render(ExportFormat format, TranscriptDocument document) {
        return new String(
                format.render(document, SubtitleRules.defaults()), StandardCharsets.UTF_8);
    }

    private static TranscriptDocument document(Cue... cues) {
        return new TranscriptDocument(
                "talk.wav",
                null,
                "tiny",
                Language.ENGLISH,
                Instant.parse("2026-01-02T03:04:05Z"),
                Duration.ofSeconds(3800),
                List.of(cues));
    }

    private static Cue cue(long start, long end, String text) {
        return new Cue(Duration.ofMillis(start), Duration.ofMillis(end), text);
    }
}
