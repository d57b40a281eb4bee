package dev.sayso.engine.checkpoint;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// An object in a JSON file, which knows where it stands: every complaint names file and key.
///
/// A key that holds `null` counts as absent: transformers writes many of those.
///
/// @param file the file's name
/// @param path the keys that lead here, each followed by a dot; empty at the top
record JsonObject(String file, String path, Map<String, Object> values) {

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
        Object root;
        try {
            root = Json.parse(bytes);
        } catch (JacksonException e) {
            throw new IOException(file + ": expected JSON, found " + Json.complaint(e), e);
        }
        if (root instanceof Map<?, ?> object) {
            return new JsonObject(file, "", withTextKeys(object));
        }
        throw new IOException(file + ": expected a JSON object, found " + shown(root));
    }

    private static Map<String, Object> withTextKeys(Map<?, ?> object) {
        Map<String, Object> values = new LinkedHashMap<>();
        object.forEach((key, value) -> values.put((String) key, value));
        return values;
    }

    /// The value of a key; null when absent.
    private @Nullable Object get(String key) {
        Object value = values.get(key);
        return value == Json.Null.NULL ? null : value;
    }

    boolean has(String key) {
        return get(key) != null;
    }

    boolean isObject(String key) {
        return values.get(key) instanceof Map;
    }

    Set<String> keys() {
        return values.keySet();
    }

    /// The object under a key; null when absent.
    @Nullable JsonObject child(String key) throws IOException {
        Object value = get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof Map<?, ?> object) {
            return new JsonObject(file, path + key + '.', withTextKeys(object));
        }
        throw wrong(key, "an object", value);
    }

    /// The whole number under a key, which must be there.
    int integer(String key, int least, int most) throws IOException {
        return integer(key, get(key), least, most);
    }

    /// The whole number under a key, or another one when absent.
    int integer(String key, int least, int most, int otherwise) throws IOException {
        Object value = get(key);
        return value == null ? otherwise : integer(key, value, least, most);
    }

    /// The whole numbers under a key that holds one or a list of them; none when absent.
    int[] integers(String key, int least, int most) throws IOException {
        Object value = get(key);
        if (value == null) {
            return new int[0];
        }
        if (!(value instanceof List<?> list)) {
            return new int[] {integer(key, value, least, most)};
        }
        int[] integers = new int[list.size()];
        for (int i = 0; i < integers.length; i++) {
            integers[i] = integer(key + '[' + i + ']', list.get(i), least, most);
        }
        return integers;
    }

    private int integer(String key, @Nullable Object value, int least, int most)
            throws IOException {
        if (value instanceof Long number && number >= least && number <= most) {
            return Math.toIntExact(number);
        }
        throw wrong(key, "a whole number from " + least + " to " + most, value);
    }

    /// The number under a key, or another one when absent.
    double number(String key, double least, double most, double otherwise) throws IOException {
        Object value = get(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Number number
                && number.doubleValue() >= least
                && number.doubleValue() <= most) {
            return number.doubleValue();
        }
        throw wrong(key, "a number from " + least + " to " + most, value);
    }

    /// The truth under a key, or another one when absent.
    boolean flag(String key, boolean otherwise) throws IOException {
        Object value = get(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrong(key, "true or false", value);
    }

    /// The text under a key; null when absent.
    @Nullable String text(String key) throws IOException {
        Object value = get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof String text) {
            return text;
        }
        throw wrong(key, "a text", value);
    }

    /// The list of texts under a key; empty when absent.
    List<String> texts(String key) throws IOException {
        Object value = get(key);
        List<String> texts = new ArrayList<>();
        if (value == null) {
            return texts;
        }
        if (!(value instanceof List<?> list)) {
            throw wrong(key, "a list of texts", value);
        }
        for (Object item : list) {
            if (!(item instanceof String text)) {
                throw wrong(key + '[' + texts.size() + ']', "a text", item);
            }
            texts.add(text);
        }
        return texts;
    }

    /// This object's keys and texts, for an object that holds nothing else.
    ///
    /// @param what is expected of each value, for the message
    Map<String, String> entries(String what) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : values.entrySet()) {
            if (!(entry.getValue() instanceof String text)) {
                throw wrong(Quoted.plain(entry.getKey()), what, entry.getValue());
            }
            entries.put(entry.getKey(), text);
        }
        return entries;
    }

    /// A complaint about a key of this object.
    IOException wrong(String key, String expected, String found) {
        return new IOException(
                file + ": " + path + key + ": expected " + expected + ", found " + found);
    }

    private IOException wrong(String key, String expected, @Nullable Object found) {
        return wrong(key, expected, shown(found));
    }

    private static String shown(@Nullable Object value) {
        if (value == null || value == Json.Null.NULL) {
            return "nothing";
        }
        if (value instanceof Map) {
            return "an object";
        }
        if (value instanceof List) {
            return "a list";
        }
        return value instanceof String text ? Quoted.text(text) : "" + value;
    }
}
