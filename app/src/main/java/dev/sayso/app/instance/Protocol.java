package dev.sayso.app.instance;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

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

    private Protocol() {}

    static String request(Request request, String secret) {
        return written(
                json -> {
                    json.writeStringProperty("command", request.command().word());
                    if (!request.files().isEmpty()) {
                        json.writeArrayPropertyStart("files");
                        request.files().forEach(file -> json.writeString(file.toString()));
                        json.writeEndArray();
                    }
                    if (!secret.isEmpty()) {
                        json.writeStringProperty("secret", secret);
                    }
                });
    }

    private static String written(Consumer<JsonGenerator> fields) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = Fields.JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeNumberProperty("sayso", VERSION);
            fields.accept(json);
            json.writeEndObject();
        }
        return line.toString();
    }

    /// @param secret what must come with it; empty: nothing
    /// @throws IOException saying what is wrong with it
    static Request request(String line, String secret) throws IOException {
        Fields fields = message(line);
        byte[] given = fields.text("secret").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, secret.getBytes(StandardCharsets.UTF_8))
                && !secret.isEmpty()) {
            throw new IOException("the secret is wrong");
        }
        String word = fields.text("command");
        Command command =
                Command.of(word).orElseThrow(() -> new IOException("unknown command: " + word));
        try {
            List<Path> files = new ArrayList<>();
            for (String file : fields.list("files")) {
                files.add(Path.of(file));
            }
            return new Request(command, files);
        } catch (IllegalArgumentException e) {
            String reason =
                    e instanceof InvalidPathException path ? path.getReason() : e.getMessage();
            throw new IOException("not a request: " + reason);
        }
    }

    static String answer(Answer answer) {
        return written(
                json -> {
                    switch (answer) {
                        case Answer.Done(var status) -> {
                            json.writeBooleanProperty("ok", true);
                            if (status != null) {
                                write(json, status);
                            }
                        }
                        case Answer.Refused(String reason) -> {
                            json.writeBooleanProperty("ok", false);
                            json.writeStringProperty("error", shortened(reason));
                        }
                    }
                });
    }

    private static void write(JsonGenerator json, Status status) {
        json.writeObjectPropertyStart("status");
        json.writeStringProperty("state", shortened(status.state()));
        json.writeNumberProperty("recording_ms", status.recording().toMillis());
        json.writeStringProperty("model", shortened(status.model()));
        json.writeNumberProperty("files", status.filesWaiting());
        json.writeEndObject();
    }

    static Answer answer(String line) throws IOException {
        Fields fields = message(line);
        if (!fields.flag("ok")) {
            String error = fields.text("error");
            return new Answer.Refused(error.isEmpty() ? "no reason given" : error);
        }
        Fields status = fields.object("status");
        return new Answer.Done(
                fields.has("status")
                        ? new Status(
                                status.text("state"),
                                Duration.ofMillis(status.number("recording_ms")),
                                status.text("model"),
                                Math.clamp(status.number("files"), 0, Integer.MAX_VALUE))
                        : null);
    }

    private static String shortened(String text) {
        return text.length() <= 1000 ? text : text.substring(0, 1000) + "…";
    }

    private static Fields message(String line) throws IOException {
        Fields fields = Fields.read(line);
        long version = fields.number("sayso");
        if (version == 0) {
            throw new IOException("expected a message of sayso, found another");
        }
        if (version != VERSION) {
            throw new IOException(
                    "expected version %d of the protocol, found %d".formatted(VERSION, version));
        }
        return fields;
    }
}
