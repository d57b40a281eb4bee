package dev.sayso.engine.checkpoint;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An object in a JSON file, which knows where it stands: every complaint names file and key.
///
/// A key that holds `null` counts as absent: transformers writes many of those.
///
/// @param file the file's name
/// @param path the keys that lead here, each followed by a dot; empty at the top
record JsonObject(String file, String path, JsonNode node) {

    /// Far above what a config nests, far below what would endanger a stack.
    private static final int DEPTH = 100;

    /// Strict: a repeated key is an error, and so is text after the end.
    static final JsonFactory STRICT =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEPTH)
                                    .maxNameLength(10_000)
                                    .maxNumberLength(100)
                                    .maxStringLength(1_000_000)
                                    .build())
                    .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(STRICT).build();

    /// Reads a file that holds one object.
    ///
    /// @param most bytes it may have
    static JsonObject read(Path file, int most) throws IOException {
        return parse(file.toString(), ModelFile.read(file, most));
    }

    static JsonObject parse(String file, byte[] bytes) throws IOException {
        String impostor = ModelFile.impostor(MemorySegment.ofArray(bytes));
        if (impostor != null) {
            throw new IOException(file + ": expected a JSON object, found " + impostor);
        }
        try {
            JsonNode root = MAPPER.readTree(bytes);
            if (root.isObject()) {
                return new JsonObject(file, "", root);
            }
            throw new IOException(file + ": expected a JSON object, found " + shown(root));
        } catch (JacksonException e) {
            throw new IOException(file + ": expected JSON, found " + complaint(e), e);
        }
    }

    /// What the parser did not like and where, in one line.
    static String complaint(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        String where =
                at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        String what = e.getOriginalMessage();
        return (what == null ? "an error" : "an error: " + shortened(what)) + where;
    }

    private static String shortened(String message) {
        // the parser adds how a programmer may configure it, which is no business of our user
        return Quoted.plain(message.replaceAll(", from `[^`]*`", ""));
    }

    /// The value of a key; null when absent.
    private @Nullable JsonNode get(String key) {
        JsonNode value = node.get(key);
        return value == null || value.isNull() ? null : value;
    }

    boolean has(String key) {
        return get(key) != null;
    }

    boolean isObject(String key) {
        JsonNode value = node.get(key);
        return value != null && value.isObject();
    }

    Set<String> keys() {
        return Set.copyOf(node.propertyNames());
    }

    /// The object under a key; null when absent.
    @Nullable JsonObject child(String key) throws IOException {
        JsonNode value = get(key);
        if (value == null) {
            return null;
        }
        if (!value.isObject()) {
            throw wrong(key, "an object", value);
        }
        return new JsonObject(file, path + key + '.', value);
    }

    /// The whole number under a key, which must be there.
    int integer(String key, int least, int most) throws IOException {
        JsonNode value = get(key);
        return integer(key, value, least, most);
    }

    /// The whole number under a key, or another one when absent.
    int integer(String key, int least, int most, int otherwise) throws IOException {
        JsonNode value = get(key);
        return value == null ? otherwise : integer(key, value, least, most);
    }

    /// The whole numbers under a key that holds one or a list of them; none when absent.
    int[] integers(String key, int least, int most) throws IOException {
        JsonNode value = get(key);
        if (value == null) {
            return new int[0];
        }
        if (!value.isArray()) {
            return new int[] {integer(key, value, least, most)};
        }
        int[] integers = new int[value.size()];
        for (int i = 0; i < integers.length; i++) {
            integers[i] = integer(key + '[' + i + ']', value.get(i), least, most);
        }
        return integers;
    }

    private int integer(String key, @Nullable JsonNode value, int least, int most)
            throws IOException {
        if (value == null
                || !value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            throw wrong(key, "a whole number from " + least + " to " + most, value);
        }
        return value.intValue();
    }

    /// The number under a key, or another one when absent.
    double number(String key, double least, double most, double otherwise) throws IOException {
        JsonNode value = get(key);
        if (value == null) {
            return otherwise;
        }
        if (!value.isNumber() || !(value.doubleValue() >= least && value.doubleValue() <= most)) {
            throw wrong(key, "a number from " + least + " to " + most, value);
        }
        return value.doubleValue();
    }

    /// The truth under a key, or another one when absent.
    boolean flag(String key, boolean otherwise) throws IOException {
        JsonNode value = get(key);
        if (value == null) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw wrong(key, "true or false", value);
        }
        return value.booleanValue();
    }

    /// The text under a key; null when absent.
    @Nullable String text(String key) throws IOException {
        JsonNode value = get(key);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            throw wrong(key, "a text", value);
        }
        return value.stringValue();
    }

    /// The list of texts under a key; empty when absent.
    List<String> texts(String key) throws IOException {
        JsonNode value = get(key);
        List<String> texts = new ArrayList<>();
        if (value == null) {
            return texts;
        }
        if (!value.isArray()) {
            throw wrong(key, "a list of texts", value);
        }
        for (JsonNode item : value) {
            if (!item.isString()) {
                throw wrong(key + '[' + texts.size() + ']', "a text", item);
            }
            texts.add(item.stringValue());
        }
        return texts;
    }

    /// This object's keys and texts, for an object that holds nothing else.
    ///
    /// @param what is expected of each value, for the message
    List<Map.Entry<String, String>> entries(String what) throws IOException {
        List<Map.Entry<String, String>> entries = new ArrayList<>(node.size());
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!entry.getValue().isString()) {
                throw wrong(Quoted.plain(entry.getKey()), what, entry.getValue());
            }
            entries.add(Map.entry(entry.getKey(), entry.getValue().stringValue()));
        }
        return entries;
    }

    /// A complaint about a key of this object.
    IOException wrong(String key, String expected, String found) {
        return new IOException(
                file + ": " + path + key + ": expected " + expected + ", found " + found);
    }

    private IOException wrong(String key, String expected, @Nullable JsonNode found) {
        return wrong(key, expected, shown(found));
    }

    private static String shown(@Nullable JsonNode value) {
        if (value == null || value.isMissingNode()) {
            return "nothing";
        }
        if (value.isObject()) {
            return "an object";
        }
        if (value.isArray()) {
            return "a list";
        }
        return value.isString() ? Quoted.text(value.stringValue()) : Quoted.plain("" + value);
    }
}
