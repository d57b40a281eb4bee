package dev.sayso.engine.checkpoint;

import dev.sayso.engine.kernel.ElementType;
import dev.sayso.engine.kernel.Tensor;
import dev.sayso.engine.packed.StoredTensor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One safetensors file: 8 bytes little-endian length, a JSON header of that length, data.
///
/// Tensors may not overlap. Holes between them are let pass (the official reader refuses them):
/// they can't be reached by any name.
final class Safetensors {

    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final int LENGTH_BYTES = 8;

    /// The official reader's bound.
    private static final long MOST_HEADER_BYTES = 100_000_000;

    private final String file;
    private final Map<String, SafetensorsHeader.Entry> entries;
    private final MemorySegment bytes;
    private final long dataAt;

    private Safetensors(
            String file,
            Map<String, SafetensorsHeader.Entry> entries,
            MemorySegment bytes,
            long dataAt) {
        this.file = file;
        this.entries = entries;
        this.bytes = bytes;
        this.dataAt = dataAt;
    }

    /// Maps a file of any size; the mapping lives as long as the arena.
    static Safetensors map(Path path, Arena arena) throws IOException {
        ModelFile.requireFile(path);
        MemorySegment bytes;
        // closed right after mapping: an interrupt would close it, too, and hurts nothing now
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = channel.size();
            bytes = size == 0 ? MemorySegment.NULL : channel.map(MapMode.READ_ONLY, 0, size, arena);
        } catch (IOException e) {
            throw ModelFile.unreadable(path, e);
        }
        return parse(path.toString(), bytes);
    }

    /// Reads the header of a whole file's bytes and checks it against them.
    static Safetensors parse(String file, MemorySegment bytes) throws IOException {
        long size = bytes.byteSize();
        long header = size < LENGTH_BYTES ? -1 : bytes.get(LONG, 0);
        if (header < 2 || header > MOST_HEADER_BYTES) {
            throw new IOException(
                    file + ": expected safetensors weights, found " + instead(bytes, header));
        }
        long dataSize = size - LENGTH_BYTES - header;
        if (dataSize < 0) {
            throw missing(file, "a header", -dataSize, size);
        }
        byte[] json = bytes.asSlice(LENGTH_BYTES, header).toArray(ValueLayout.JAVA_BYTE);
        InputStream in = new ByteArrayInputStream(json);
        var entries = SafetensorsHeader.read(file, in);
        checkLayout(file, entries, dataSize, size);
        return new Safetensors(file, entries, bytes, LENGTH_BYTES + header);
    }

    private static String instead(MemorySegment bytes, long header) {
        String impostor = ModelFile.impostor(bytes);
        if (impostor != null) {
            return impostor;
        }
        if (bytes.byteSize() < LENGTH_BYTES) {
            return bytes.byteSize() == 0 ? "an empty file" : bytes.byteSize() + " bytes";
        }
        return "a header of "
                + Long.toUnsignedString(header)
                + " bytes (2 to "
                + MOST_HEADER_BYTES
                + " are allowed)";
    }

    private static void checkLayout(
            String file, Map<String, SafetensorsHeader.Entry> entries, long dataSize, long fileSize)
            throws IOException {
        List<Map.Entry<String, SafetensorsHeader.Entry>> order =
                new ArrayList<>(entries.entrySet());
        order.removeIf(
                e -> e.getValue().begin() == e.getValue().end() && e.getValue().end() <= dataSize);
        order.sort(Comparator.comparingLong(e -> e.getValue().begin()));
        long end = 0;
        String before = "";
        for (var tensor : order) {
            if (tensor.getValue().begin() < end) {
                throw new IOException(
                        file
                                + ": "
                                + Quoted.plain(tensor.getKey())
                                + ": expected data of its own,"
                                + " found it overlapping "
                                + Quoted.plain(before));
            }
            end = tensor.getValue().end();
            before = tensor.getKey();
        }
        if (end > dataSize) {
            throw missing(file, Quoted.plain(before), end - dataSize, fileSize);
        }
    }

    private static IOException missing(String file, String what, long bytes, long size) {
        return new IOException(
                file
                        + ": expected "
                        + what
                        + " that reaches to byte "
                        + (size + bytes)
                        + ", found a file of "
                        + size
                        + " bytes: "
                        + bytes
                        + " bytes are missing (was the download cut off?)");
    }

    /// All tensors' names.
    Set<String> names() {
        return entries.keySet();
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /// A tensor.
    ///
    /// @throws IOException when it isn't there, or has another shape, or a type we can't compute
    ///     with
    StoredTensor tensor(String name, List<Integer> shape) throws IOException {
        SafetensorsHeader.Entry entry = entries.get(name);
        String origin = file + ": " + Quoted.plain(name);
        if (entry == null) {
            throw new IOException(
                    origin + ": expected a tensor of shape " + shape + ", found none");
        }
        if (!entry.shape().equals(shape)) {
            throw new IOException(
                    origin + ": expected shape " + shape + ", found " + entry.shape());
        }
        ElementType type = type(entry.dtype());
        if (type == null) {
            throw new IOException(
                    origin + ": expected BF16, F16 or F32, found " + Quoted.plain(entry.dtype()));
        }
        long length = entry.end() - entry.begin();
        MemorySegment data = bytes.asSlice(dataAt + entry.begin(), length);
        Tensor tensor = new Tensor(origin, type, shape, data);
        return new StoredTensor(name, tensor, Path.of(file), dataAt + entry.begin());
    }

    private static @Nullable ElementType type(String dtype) {
        return switch (dtype) {
            case "F32" -> ElementType.F32;
            case "BF16" -> ElementType.BF16;
            case "F16" -> ElementType.F16;
            default -> null;
        };
    }
}
