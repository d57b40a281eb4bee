package dev.sayso.app.subtitles;

import dev.sayso.app.transcript.TranscriptDocument;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// What a document can be exported as. All but [#DOCX] are text in UTF-8.
///
/// They differ from [TranscriptFormat] in what they are made of: a document may have been edited,
/// and knows nothing of the run that wrote it. Where both write the same, they share the writer.
public enum ExportFormat {
    /// The text and nothing else.
    TXT("txt", false),
    /// A line for each cue, after the time at which it begins.
    TXT_TIMES("txt", false),
    /// SubRip.
    SRT("srt", true),
    /// WebVTT.
    VTT("vtt", true),
    /// All there is, for programs.
    JSON("json", false),
    /// A row for each cue, for spreadsheets.
    CSV("csv", false),
    /// Paragraphs with times.
    MARKDOWN("md", false),
    /// Paragraphs with times, for word processors.
    DOCX("docx", false);

    private final String extension;
    private final boolean subtitles;

    ExportFormat(String extension, boolean subtitles) {
        this.extension = extension;
        this.subtitles = subtitles;
    }

    /// The usual end of a file's name, without the dot.
    public String extension() {
        return extension;
    }

    /// Whether its cues follow the [SubtitleRules].
    public boolean subtitles() {
        return subtitles;
    }

    /// Whether it can be read as text.
    public boolean text() {
        return this != DOCX;
    }

    /// The file's whole contents.
    ///
    /// @param rules for subtitles only
    public byte[] render(TranscriptDocument document, SubtitleRules rules) {
        return switch (this) {
            case TXT -> utf8(DocumentText.plain(document));
            case TXT_TIMES -> utf8(DocumentText.withTimes(document));
            case SRT -> utf8(Subtitles.srt(arranged(document, rules).cues()));
            case VTT -> utf8(Subtitles.vtt(arranged(document, rules).cues(), ""));
            case JSON -> utf8(Json.render(document));
            case CSV -> utf8(Csv.render(document));
            case MARKDOWN -> utf8(Markdown.render(document));
            case DOCX -> Docx.render(document);
        };
    }

    /// The format with this extension, in any case; the plain one for `txt`.
    public static Optional<ExportFormat> find(String extension) {
        for (ExportFormat format : values()) {
            if (format.extension.equals(extension.toLowerCase(Locale.ROOT))) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /// A document's cues as subtitles.
    public static Arranged arranged(TranscriptDocument document, SubtitleRules rules) {
        return SubtitleEngine.arrange(document.cues(), document.length(), rules);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
