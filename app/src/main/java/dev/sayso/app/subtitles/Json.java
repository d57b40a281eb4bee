package dev.sayso.app.subtitles;

import dev.sayso.app.transcript.Cue;
import dev.sayso.app.transcript.TranscriptDocument;
import dev.sayso.engine.Language;
import dev.sayso.engine.Transcript;
import dev.sayso.engine.Transcript.Segment;
import dev.sayso.engine.Transcript.Timings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON form. Built as a tree: writing the records themselves would need reflection, and so a
/// module that opens its packages.
///
/// | field | |
/// |---|---|
/// | `file`, `model` | names |
/// | `language` | code of the first segment that has one, or null |
/// | `duration` | seconds of sound |
/// | `complete` | false when stopped before the end |
/// | `times` | `estimated`: a segment's times are those of its stretch of sound |
/// | `text` | all of it |
/// | `segments` | `start` and `end` in seconds, `text`, `language` |
/// | `warnings` | sentences |
/// | `timings` | seconds of work, and `times_real_time` |
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}

    /// A document's own: `title`, `created` and no timings; its times may have been changed by
    /// hand, so that nothing is said about where they come from.
    static String render(TranscriptDocument document) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("title", document.title());
        root.put("model", document.model());
        root.put("language", code(document.language()));
        root.put("created", document.created().toString());
        root.put("duration", Times.seconds(document.length()));
        root.put("text", document.text());
        ArrayNode segments = root.putArray("segments");
        for (Cue cue : document.cues()) {
            putCue(segments.addObject(), cue.start(), cue.end(), cue.text());
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    static String render(TranscribedFile file) {
        Transcript transcript = file.transcript();
        ObjectNode root = MAPPER.createObjectNode();
        root.put("file", file.source());
        root.put("model", file.model());
        root.put("language", code(transcript.language().orElse(null)));
        root.put("duration", Times.seconds(transcript.timings().audio()));
        root.put("complete", file.complete());
        root.put("times", "estimated");
        root.put("text", transcript.text());
        ArrayNode segments = root.putArray("segments");
        for (Segment segment : transcript.segments()) {
            ObjectNode node = segments.addObject();
            putCue(node, segment.start(), segment.end(), segment.text());
            node.put("language", code(segment.language()));
        }
        ArrayNode warnings = root.putArray("warnings");
        transcript.warnings().forEach(warnings::add);
        putTimings(root.putObject("timings"), transcript.timings());
        return MAPPER.writeValueAsString(root) + "\n";
    }

    private static void putCue(ObjectNode node, Duration start, Duration end, String text) {
        node.put("start", Times.seconds(start));
        node.put("end", Times.seconds(end));
        node.put("text", text);
    }

    private static void putTimings(ObjectNode node, Timings timings) {
        node.put("mel", Times.seconds(timings.mel()));
        node.put("encoder", Times.seconds(timings.encoder()));
        node.put("prefill", Times.seconds(timings.prefill()));
        node.put("decode", Times.seconds(timings.decode()));
        node.put("total", Times.seconds(timings.total()));
        node.put("new_tokens", timings.work().newTokens());
        node.put("times_real_time", Math.round(timings.timesRealTime() * 100) / 100.0);
    }

    private static @Nullable String code(@Nullable Language language) {
        return language == null ? null : language.code();
    }
}
