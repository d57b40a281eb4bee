package dev.sayso.app.instance;

import java.io.IOException;
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
import tools.jackson.core.json.JsonFactory;

/// The fields of a JSON object that came from outside: texts, whole numbers, truths, lists of
/// texts, and objects of such. Anything else makes it no message.
///
/// Read as a stream, since building a tree takes a new process longer than all else it does.
///
/// @param values by name
record Fields(Map<String, Object> values) {

    static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(4)
                                    .maxStringLength(8192)
                                    .maxNumberLength(20)
                                    .maxNameLength(100)
                                    .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    /// @throws IOException when it is no such object
    static Fields read(String line) throws IOException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                Fields fields = object(parser);
                if (parser.nextToken() == null) {
                    return fields;
                }
            }
        } catch (JacksonException e) {
            // its message may quote what came
        }
        throw new IOException("expected one line of JSON, found something else");
    }

    private static Fields object(JsonParser parser) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            values.put(name, value(parser, parser.nextToken()));
        }
        return new Fields(values);
    }

    private static Object value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_OBJECT -> object(parser);
            case START_ARRAY -> texts(parser);
            default -> throw new IOException("expected a text, a number or a list in a message");
        };
    }

    private static List<String> texts(JsonParser parser) throws IOException {
        List<String> texts = new ArrayList<>();
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
            texts.add(parser.getString());
        }
        if (parser.currentToken() != JsonToken.END_ARRAY) {
            throw new IOException("expected a list of texts in a message");
        }
        return texts;
    }

    /// A text; empty when there is none.
    String text(String name) {
        return values.get(name) instanceof String text ? text : "";
    }

    /// A whole number; 0 when there is none.
    long number(String name) {
        return values.get(name) instanceof Long number ? number : 0;
    }

    /// A truth; false when there is none.
    boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /// A list of texts; empty when there is none.
    List<String> list(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /// An object; empty when there is none.
    Fields object(String name) {
        return values.get(name) instanceof Fields fields ? fields : new Fields(Map.of());
    }

    /// Whether there is one of this name.
    boolean has(String name) {
        return values.containsKey(name);
    }
}
