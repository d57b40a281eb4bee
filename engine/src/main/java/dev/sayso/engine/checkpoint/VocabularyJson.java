package dev.sayso.engine.checkpoint;

import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// Walks over a JSON object of a vocabulary file, strictly: no repeated keys, nothing after the
/// end, bounded depth.
final class VocabularyJson {

    private static final JsonFactory STRICT =
            JsonFactory.builder()
                    // names are hardly ever met twice, so Jackson's table of them would only grow
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(50)
                                    .maxNameLength(10_000)
                                    .maxNumberLength(100)
                                    .maxStringLength(1_000_000)
                                    .build())
                    .build();

    /// As strict but for repeated keys: a set of 151,643 names costs time at every start.
    private static final JsonFactory ALLOWING_REPEATS =
            STRICT.rebuild().disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private VocabularyJson() {}

    /// What to do with one entry; the parser stands at its value, and must stand at the value's end
    /// afterwards.
    interface Entry {
        void read(String name, JsonParser parser) throws IOException;
    }

    /// Reads a file that is one object.
    static void readObject(VocabularyFile file, Entry entry) throws IOException {
        readObject(file, STRICT, entry);
    }

    /// As [#readObject], for one who finds repeated keys without help.
    static void readTable(VocabularyFile file, Entry entry) throws IOException {
        readObject(file, ALLOWING_REPEATS, entry);
    }

    private static void readObject(VocabularyFile file, JsonFactory factory, Entry entry)
            throws IOException {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), file.text())) {
            parser.nextToken();
            readEntries(file, "an object", parser, entry);
            if (parser.nextToken() != null) {
                throw file.wrong("nothing after the object", "more" + place(parser));
            }
        } catch (JacksonException e) {
            throw new IOException(file.wrong("JSON", reason(e)).getMessage(), e);
        }
    }

    /// Reads the object the parser stands at.
    static void readEntries(VocabularyFile file, String expected, JsonParser parser, Entry entry)
            throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw file.wrong(expected, shown(parser));
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            entry.read(name, parser);
        }
    }

    /// What the parser stands at, for a message.
    static String shown(JsonParser parser) {
        JsonToken token = parser.currentToken();
        String what =
                switch (token) {
                    case null -> "nothing";
                    case START_OBJECT -> "an object";
                    case START_ARRAY -> "an array";
                    case VALUE_STRING -> "a string";
                    default -> VocabularyFile.quote(parser.getString());
                };
        return what + place(parser);
    }

    private static String place(JsonParser parser) {
        return place(parser.currentTokenLocation());
    }

    private static String place(TokenStreamLocation at) {
        return " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    private static String reason(JacksonException e) {
        String message = e.getOriginalMessage();
        TokenStreamLocation at = e.getLocation();
        // the parser adds advice for programmers in brackets
        int advice = message.indexOf(" (");
        return "an error: "
                + VocabularyFile.quote(advice > 0 ? message.substring(0, advice) : message)
                + (at == null ? "" : place(at));
    }
}
