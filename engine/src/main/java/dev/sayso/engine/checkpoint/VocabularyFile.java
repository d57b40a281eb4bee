package dev.sayso.engine.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/// One of the vocabulary's files, read whole.
///
/// @param name the file's name, for messages
record VocabularyFile(String name, String text) {

    /// Bytes a file may have; six times as many as the largest one known.
    static final int MOST_BYTES = 16 << 20;

    private static final int LONGEST_QUOTE = 60;

    static VocabularyFile read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            String found = Files.exists(file) ? "something else" : "none";
            throw new IOException(file + ": expected a file, found " + found);
        }
        return of(file.toString(), bytes(file));
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_BYTES + 1);
        } catch (AccessDeniedException e) {
            throw new IOException(file + ": expected a readable file, found no permission", e);
        } catch (IOException e) {
            throw new IOException(file + ": expected a readable file, found " + e.getMessage(), e);
        }
    }

    static VocabularyFile of(String name, byte[] bytes) throws IOException {
        if (bytes.length > MOST_BYTES) {
            throw new IOException(name + ": expected at most " + MOST_BYTES + " bytes, found more");
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return new VocabularyFile(name, text);
        } catch (CharacterCodingException e) {
            throw new IOException(name + ": expected UTF-8, found other bytes", e);
        }
    }

    IOException wrong(String expected, String found) {
        return new IOException(name + ": expected " + expected + ", found " + found);
    }

    /// Text from a file, fit to stand in a message: short and on one line.
    static String quote(String text) {
        boolean cut = text.length() > LONGEST_QUOTE;
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.substring(0, cut ? LONGEST_QUOTE : text.length()).toCharArray()) {
            quoted.append(Character.isISOControl(c) ? '?' : c);
        }
        return quoted.append(cut ? "…\"" : "\"").toString();
    }
}
