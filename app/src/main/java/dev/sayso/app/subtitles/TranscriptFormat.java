package dev.sayso.app.subtitles;

import dev.sayso.app.transcript.Cue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a transcript can be written as. All of them are UTF-8 and end with a line end.
public enum TranscriptFormat {
    /// The text on one line.
    TXT {
        @Override
        public String render(TranscribedFile file) {
            return file.transcript().text() + "\n";
        }
    },
    /// One JSON object on one line, so that several make JSON Lines.
    JSON {
        @Override
        public String render(TranscribedFile file) {
            return Json.render(file);
        }
    },
    /// SubRip, by the usual rules for subtitles.
    SRT {
        @Override
        public String render(TranscribedFile file) {
            return Subtitles.srt(arranged(file));
        }
    },
    /// WebVTT, by the usual rules for subtitles.
    VTT {
        @Override
        public String render(TranscribedFile file) {
            return Subtitles.vtt(
                    arranged(file),
                    "times are estimated: text shares the time of the stretch of sound it is from");
        }
    };

    private static List<SubtitleCue> arranged(TranscribedFile file) {
        return SubtitleEngine.arrange(
                        Cue.of(file.transcript()),
                        file.transcript().timings().audio(),
                        SubtitleRules.defaults())
                .cues();
    }

    /// The file's whole contents.
    public abstract String render(TranscribedFile file);

    /// The usual end of a file's name, without the dot.
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The format with this name, in any case.
    public static Optional<TranscriptFormat> find(String name) {
        for (TranscriptFormat format : values()) {
            if (format.name().equalsIgnoreCase(name)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
