package dev.sayso.app.files;

import dev.sayso.engine.Language;
import dev.sayso.engine.Transcript.Segment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The queue as JSON. Times are milliseconds, as precise as any subtitle.
final class QueueJson {

    private static final int VERSION = 1;

    private QueueJson() {}

    static String write(List<FileRecord> queue) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("version", VERSION);
        ArrayNode files = root.putArray("files");
        queue.forEach(entry -> put(files.addObject(), entry));
        return JsonMapper.shared().writeValueAsString(root) + "\n";
    }

    private static void put(ObjectNode node, FileRecord entry) {
        node.put("file", entry.file().toString());
        node.put("language", code(entry.choice().language()));
        node.put("model", entry.choice().model());
        node.put("state", entry.state().name());
        if (entry.length() != null) {
            node.put("length", entry.length().toMillis());
        }
        node.put("reached", entry.reached().toMillis());
        ArrayNode segments = node.putArray("segments");
        for (Segment segment : entry.segments()) {
            ObjectNode child = segments.addObject();
            child.put("start", segment.start().toMillis());
            child.put("end", segment.end().toMillis());
            child.put("text", segment.text());
            child.put("language", code(segment.language()));
        }
        if (entry.result() != null) {
            node.put("heard_by", entry.result().model());
            node.put("created", entry.result().created().toString());
        }
        if (entry.problem() != null) {
            node.put("problem", entry.problem().kind().name());
            node.put("details", entry.problem().details());
        }
        ArrayNode notes = node.putArray("notes");
        entry.notes().forEach(notes::add);
    }

    /// @throws IOException when it is not what [#write] made
    static List<FileRecord> read(String text) throws IOException {
        try {
            JsonNode root = JsonMapper.shared().readTree(text);
            if (root.path("version").asInt(0) != VERSION) {
                throw new IOException("expected a queue of version " + VERSION);
            }
            List<FileRecord> queue = new ArrayList<>();
            for (JsonNode node : root.path("files")) {
                queue.add(entry(node));
            }
            return queue;
        } catch (JacksonException
                | IllegalArgumentException
                | ArithmeticException
                | DateTimeParseException e) {
            throw new IOException("expected a queue: " + e.getMessage(), e);
        }
    }

    private static FileRecord entry(JsonNode node) {
        String model = node.path("heard_by").asString("");
        String kind = node.path("problem").asString("");
        List<Segment> segments = new ArrayList<>();
        for (JsonNode child : node.path("segments")) {
            segments.add(
                    new Segment(
                            child.path("text").asString(),
                            time(child, "start"),
                            time(child, "end"),
                            language(child.path("language"))));
        }
        List<String> notes = new ArrayList<>();
        node.path("notes").forEach(note -> notes.add(note.asString()));
        return new FileRecord(
                Path.of(node.path("file").asString()),
                new FileChoice(language(node.path("language")), node.path("model").asString("")),
                FileState.valueOf(node.path("state").asString()),
                node.has("length") ? time(node, "length") : null,
                time(node, "reached"),
                segments,
                model.isEmpty()
                        ? null
                        : new FileRecord.Result(
                                model, Instant.parse(node.path("created").asString())),
                kind.isEmpty()
                        ? null
                        : new FileProblem(
                                FileProblem.Kind.valueOf(kind), node.path("details").asString("")),
                notes);
    }

    private static Duration time(JsonNode node, String name) {
        long millis = node.path(name).asLong();
        if (millis < 0) {
            throw new IllegalArgumentException(name + ": " + millis);
        }
        return Duration.ofMillis(millis);
    }

    private static @Nullable Language language(JsonNode node) {
        return node.isString() ? Language.find(node.asString()).orElse(null) : null;
    }

    private static @Nullable String code(@Nullable Language language) {
        return language == null ? null : language.code();
    }
}
