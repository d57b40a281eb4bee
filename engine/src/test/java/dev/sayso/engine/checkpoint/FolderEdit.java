package dev.sayso.engine.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Ways to spoil a model folder.
@FunctionalInterface
interface FolderEdit {

    void apply(Path folder) throws IOException;

    /// A safetensors file with this header and so many zeros as data.
    static byte[] safetensors(String header, int data) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + json.length + data)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();
    }

    /// Puts other bytes in a file's place.
    static FolderEdit file(String name, byte[] bytes) {
        return folder -> Files.write(folder.resolve(name), bytes);
    }

    /// Puts another text in a file's place.
    static FolderEdit file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Weights with this header and 64 bytes of data.
    static FolderEdit header(String json) {
        return file("model.safetensors", safetensors(json, 64));
    }

    /// Weights with a header whose letters are written as one byte each.
    static FolderEdit headerBytes(String latin1) {
        byte[] json = latin1.getBytes(StandardCharsets.ISO_8859_1);
        byte[] bytes = safetensors(" ".repeat(json.length), 64);
        System.arraycopy(json, 0, bytes, 8, json.length);
        return file("model.safetensors", bytes);
    }

    /// Weights of one tensor named `t` with this description, and 64 bytes of data.
    static FolderEdit tensor(String description) {
        return header("{\"t\":{" + description + "}}");
    }

    /// Replaces a pattern in a text file, which must be there.
    static FolderEdit replace(String name, String regex, String by) {
        return folder -> {
            Path file = folder.resolve(name);
            String before = Files.readString(file);
            String after = before.replaceFirst(regex, by);
            if (after.equals(before)) {
                throw new IllegalStateException("nothing to replace: " + regex + " in " + before);
            }
            Files.writeString(file, after);
        };
    }

    /// Replaces a pattern in the weights' header (also in its data, which such a pattern is not).
    static FolderEdit replaceHeader(String from, String to) {
        return folder -> {
            Path file = folder.resolve("model.safetensors");
            byte[] bytes = Files.readAllBytes(file);
            int length = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
            String header = new String(bytes, 8, length, StandardCharsets.UTF_8);
            if (!header.contains(from)) {
                throw new IllegalStateException("nothing to replace: " + from + " in " + header);
            }
            byte[] changed = safetensors(header.replace(from, to), bytes.length - 8 - length);
            System.arraycopy(
                    bytes,
                    8 + length,
                    changed,
                    changed.length - (bytes.length - 8 - length),
                    bytes.length - 8 - length);
            Files.write(file, changed);
        };
    }

    /// Overwrites the 8 bytes of length.
    static FolderEdit headerLength(long length) {
        return folder -> {
            Path file = folder.resolve("model.safetensors");
            byte[] bytes = Files.readAllBytes(file);
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
            Files.write(file, bytes);
        };
    }

    /// Cuts a file after so many bytes; when negative, so many before its end.
    static FolderEdit cut(String name, int length) {
        return folder -> {
            byte[] bytes = Files.readAllBytes(folder.resolve(name));
            int kept = length < 0 ? bytes.length + length : length;
            Files.write(folder.resolve(name), Arrays.copyOf(bytes, kept));
        };
    }

    static FolderEdit delete(String name) {
        return folder -> Files.delete(folder.resolve(name));
    }

    /// Puts a folder in a file's place.
    static FolderEdit folder(String name) {
        return folder -> {
            Files.delete(folder.resolve(name));
            Files.createDirectory(folder.resolve(name));
        };
    }

    /// Puts a link to nothing in a file's place.
    static FolderEdit danglingLink(String name) {
        return folder -> {
            Files.delete(folder.resolve(name));
            Files.createSymbolicLink(folder.resolve(name), Path.of("nowhere"));
        };
    }
}
