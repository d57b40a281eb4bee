package dev.sayso.engine.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// The table of contents of a safetensors file.
///
/// Format: <https://huggingface.co/docs/safetensors#format>. A JSON object, tensor name →
/// `{"dtype": "BF16", "shape": [2, 3], "data_offsets": [begin, end]}`, and possibly `__metadata__`,
/// which says nothing we need.
///
/// It is read as a stream: a hostile header may have a hundred megabytes, of which nothing but the
/// entries is kept.
final class SafetensorsHeader {

    /// The largest published checkpoints of any kind have some thousands.
    private static final int MOST_TENSORS = 100_000;

    private static final int MOST_DIMENSIONS = 8;

    /// Far above any file, and sums of two can't overflow.
    private static final long MOST_BYTES = 1L << 53;

    /// Bits of one value, for all element types the format knows.
    private static final Map<String, Integer> BITS =
            Map.ofEntries(
                    Map.entry("BOOL", 8),
                    Map.entry("F4", 4),
                    Map.entry("F6_E2M3", 6),
                    Map.entry("F6_E3M2", 6),
                    Map.entry("U8", 8),
                    Map.entry("I8", 8),
                    Map.entry("F8_E5M2", 8),
                    Map.entry("F8_E4M3", 8),
                    Map.entry("F8_E8M0", 8),
                    Map.entry("I16", 16),
                    Map.entry("U16", 16),
                    Map.entry("F16", 16),
                    Map.entry("BF16", 16),
                    Map.entry("I32", 32),
                    Map.entry("U32", 32),
                    Map.entry("F32", 32),
                    Map.entry("F64", 64),
                    Map.entry("I64", 64),
                    Map.entry("U64", 64),
                    Map.entry("C64", 64));

    /// Where a tensor lies.
    ///
    /// @param dtype as written, possibly one we can't compute with
    /// @param shape sizes, outermost first; possibly empty, possibly with zeros
    /// @param begin first byte, counted from the end of the header
    /// @param end first byte after it
    record Entry(String dtype, List<Integer> shape, long begin, long end) {}

    private final String file;
    private final JsonParser json;

    private SafetensorsHeader(String file, JsonParser json) {
        this.file = file;
        this.json = json;
    }

    /// Reads a header; each entry is consistent in itself, not yet checked against the file.
    static Map<String, Entry> read(String file, InputStream in) throws IOException {
        try (JsonParser json = Json.STRICT.createParser(ObjectReadContext.empty(), in)) {
            return new SafetensorsHeader(file, json).entries();
        } catch (JacksonException e) {
            throw new IOException(
                    file + ": expected JSON in the header, found " + Json.complaint(e), e);
        }
    }

    private Map<String, Entry> entries() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw wrong("the header", "a JSON object");
        }
        Map<String, Entry> entries = new HashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("__metadata__")) {
                json.skipChildren();
            } else if (entries.size() == MOST_TENSORS) {
                throw new IOException(
                        file + ": expected at most " + MOST_TENSORS + " tensors, found more");
            } else {
                entries.put(name, entry(Quoted.plain(name)));
            }
        }
        if (json.nextToken() != null) {
            throw wrong("the header", "nothing after its end");
        }
        return entries;
    }

    private Entry entry(String tensor) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw wrong(tensor, "an object");
        }
        String dtype = null;
        List<Long> shape = null;
        List<Long> offsets = null;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (key.equals("dtype")) {
                if (value != JsonToken.VALUE_STRING) {
                    throw wrong(tensor + ": dtype", "a text");
                }
                dtype = json.getString();
            } else if (key.equals("shape")) {
                shape = numbers(tensor + ": shape", MOST_DIMENSIONS, Integer.MAX_VALUE);
            } else if (key.equals("data_offsets")) {
                offsets = numbers(tensor + ": data_offsets", 2, MOST_BYTES);
            } else {
                json.skipChildren();
            }
        }
        if (dtype == null || shape == null || offsets == null || offsets.size() != 2) {
            throw new IOException(
                    file
                            + ": "
                            + tensor
                            + ": expected dtype, shape and two data_offsets, found "
                            + "dtype "
                            + (dtype == null ? "none" : Quoted.plain(dtype))
                            + ", shape "
                            + (shape == null ? "none" : shape)
                            + ", data_offsets "
                            + (offsets == null ? "none" : offsets));
        }
        return checked(tensor, dtype, shape, offsets.getFirst(), offsets.getLast());
    }

    private Entry checked(String tensor, String dtype, List<Long> shape, long begin, long end)
            throws IOException {
        if (begin > end) {
            throw new IOException(
                    file
                            + ": "
                            + tensor
                            + ": expected data_offsets in order, found "
                            + begin
                            + " before "
                            + end);
        }
        Integer bits = BITS.get(dtype);
        // an unknown type's size can't be checked; asking for such a tensor is refused later
        if (bits != null) {
            long bytes = bytes(tensor, shape, bits);
            if (bytes != end - begin) {
                throw new IOException(
                        file
                                + ": "
                                + tensor
                                + ": expected "
                                + bytes
                                + " bytes for "
                                + dtype
                                + " of shape "
                                + shape
                                + ", found "
                                + (end - begin));
            }
        }
        List<Integer> sizes = new ArrayList<>(shape.size());
        for (long size : shape) {
            sizes.add((int) size);
        }
        return new Entry(dtype, List.copyOf(sizes), begin, end);
    }

    private long bytes(String tensor, List<Long> shape, int bits) throws IOException {
        long total = bits;
        for (long size : shape) {
            if (size != 0 && total > Long.MAX_VALUE / size) {
                throw new IOException(
                        file
                                + ": "
                                + tensor
                                + ": expected a tensor that fits into a file, found"
                                + " shape "
                                + shape);
            }
            total *= size;
        }
        return (total + 7) / 8;
    }

    /// A list of whole numbers, none negative.
    private List<Long> numbers(String what, int mostItems, long most) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw wrong(what, "a list of whole numbers");
        }
        List<Long> numbers = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (numbers.size() == mostItems) {
                throw new IOException(
                        file
                                + ": "
                                + what
                                + ": expected at most "
                                + mostItems
                                + " numbers, found more");
            }
            numbers.add(number(what, most));
        }
        return numbers;
    }

    private long number(String what, long most) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT
                && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            long number = json.getLongValue();
            if (number >= 0 && number <= most) {
                return number;
            }
        }
        throw wrong(what, "whole numbers from 0 to " + most);
    }

    private IOException wrong(String what, String expected) {
        String found = json.getString();
        return new IOException(
                file
                        + ": "
                        + what
                        + ": expected "
                        + expected
                        + ", found "
                        + (found == null ? "the end" : Quoted.text(found)));
    }
}
