package dev.sayso.engine.checkpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/// How JSON is read: strictly, within bounds, and by Jackson's stream parser alone.
///
/// Its data binding would read a tree as well, but needs longer to start than a small model needs
/// to open.
final class Json {

    /// Strict: a repeated key is an error. Bounds are far above what a model's files need; that on
    /// depth is far below what would endanger a stack.
    static final JsonFactory STRICT =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(100)
                                    .maxNameLength(10_000)
                                    .maxNumberLength(100)
                                    .maxStringLength(1_000_000)
                                    .build())
                    .build();

    /// What stands for `null`.
    enum Null {
        NULL;

        @Override
        public String toString() {
            return "null";
        }
    }

    private Json() {}

    /// Reads one value and nothing after it.
    ///
    /// @return a map, list, string, boolean, [Null], a [Long] for a whole number that fits one, or
    ///     a [Double] for any other number; [Null], too, when there is only white space
    /// @throws JacksonException when the bytes are not JSON
    static Object parse(byte[] bytes) {
        try (JsonParser json = STRICT.createParser(ObjectReadContext.empty(), bytes)) {
            JsonToken first = json.nextToken();
            if (first == null) {
                return Null.NULL;
            }
            Object value = value(json, first);
            if (json.nextToken() != null) {
                throw new StreamReadException(json, "Text after the end");
            }
            return value;
        }
    }

    private static Object value(JsonParser json, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> {
                Map<String, Object> object = new LinkedHashMap<>();
                for (String key = json.nextName(); key != null; key = json.nextName()) {
                    object.put(key, value(json, json.nextToken()));
                }
                yield object;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                for (JsonToken next = json.nextToken();
                        next != JsonToken.END_ARRAY;
                        next = json.nextToken()) {
                    list.add(value(json, next));
                }
                yield list;
            }
            case VALUE_STRING -> json.getString();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> Null.NULL;
            case VALUE_NUMBER_INT -> {
                boolean big = json.getNumberType() == JsonParser.NumberType.BIG_INTEGER;
                yield big ? (Object) json.getDoubleValue() : (Object) json.getLongValue();
            }
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                    throw new AssertionError("the parser gave " + token + " for a value");
        };
    }

    /// What the parser did not like and where, in one line.
    static String complaint(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        String where =
                at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        // the parser adds how a programmer may configure it, which is no business of our user
        String what = String.valueOf(e.getOriginalMessage()).replaceAll(", from `[^`]*`", "");
        return "an error: " + Quoted.plain(what) + where;
    }
}
