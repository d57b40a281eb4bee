package dev.sayso.app.instance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Requests and answers as lines of JSON.
///
/// ```
/// {"sayso":1,"command":"open","files":["/home/me/talk.wav"],"secret":"…"}
/// {"sayso":1,"ok":true,"status":{"state":"idle","recording_ms":0,"model":"starter","files":0}}
/// {"sayso":1,"ok":false,"error":"no microphone"}
/// ```
final class Protocol {

    /// Raised when an older window would misunderstand.
    static final int VERSION = 1;

    private static final int LONGEST_TEXT = 8192;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(4)
                                                    .maxStringLength(LONGEST_TEXT)
                                                    .maxNumberLength(20)
                                                    .maxNameLength(100)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .build();

    private Protocol() {}

    static String request(Request request, String secret) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("sayso", VERSION);
        root.put("command", request.command().word());
        if (!request.files().isEmpty()) {
            ArrayNode files = root.putArray("files");
            request.files().forEach(file -> files.add(file.toString()));
        }
        if (!secret.isEmpty()) {
            root.put("secret", secret);
        }
        return MAPPER.writeValueAsString(root);
    }

    /// @param secret what must come with it; empty: nothing
    /// @throws IOException saying what is wrong with it
    static Request request(String line, String secret) throws IOException {
        JsonNode root = tree(line);
        byte[] given = root.path("secret").asString("").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, secret.getBytes(StandardCharsets.UTF_8))
                && !secret.isEmpty()) {
            throw new IOException("the secret is wrong");
        }
        String word = root.path("command").asString("");
        Command command =
                Command.of(word).orElseThrow(() -> new IOException("unknown command: " + word));
        try {
            List<Path> files = new ArrayList<>();
            for (JsonNode file : root.path("files")) {
                files.add(Path.of(file.asString("")));
            }
            return new Request(command, files);
        } catch (IllegalArgumentException e) {
            String reason =
                    e instanceof InvalidPathException path ? path.getReason() : e.getMessage();
            throw new IOException("not a request: " + reason);
        }
    }

    static String answer(Answer answer) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("sayso", VERSION);
        switch (answer) {
            case Answer.Done(var status) -> {
                root.put("ok", true);
                if (status != null) {
                    put(root.putObject("status"), status);
                }
            }
            case Answer.Refused(String reason) -> {
                root.put("ok", false);
                root.put("error", shortened(reason));
            }
        }
        return MAPPER.writeValueAsString(root);
    }

    static Answer answer(String line) throws IOException {
        JsonNode root = tree(line);
        if (!root.path("ok").asBoolean(false)) {
            return new Answer.Refused(root.path("error").asString("no reason given"));
        }
        JsonNode status = root.path("status");
        return new Answer.Done(
                status.isObject()
                        ? new Status(
                                status.path("state").asString(""),
                                Duration.ofMillis(status.path("recording_ms").asLong(0)),
                                status.path("model").asString(""),
                                status.path("files").asInt(0))
                        : null);
    }

    private static void put(ObjectNode node, Status status) {
        node.put("state", shortened(status.state()));
        node.put("recording_ms", status.recording().toMillis());
        node.put("model", shortened(status.model()));
        node.put("files", status.filesWaiting());
    }

    private static String shortened(String text) {
        return text.length() <= 1000 ? text : text.substring(0, 1000) + "…";
    }

    private static JsonNode tree(String line) throws IOException {
        JsonNode root;
        try {
            root = MAPPER.readTree(line);
        } catch (JacksonException e) {
            // its message may quote what came
            throw new IOException("expected one line of JSON, found something else");
        }
        int version = root.path("sayso").asInt(0);
        if (!root.isObject() || version == 0) {
            throw new IOException("expected a message of sayso, found another");
        }
        if (version != VERSION) {
            throw new IOException(
                    "expected version %d of the protocol, found %d".formatted(VERSION, version));
        }
        return root;
    }
}
