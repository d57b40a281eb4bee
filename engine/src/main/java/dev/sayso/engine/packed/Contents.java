package dev.sayso.engine.packed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What a file says about itself, behind the sections.
///
/// @param key the model's [ModelKey], in full
/// @param precision what the caller calls the packings it asks for
/// @param model the model's folder
/// @param sections in order of their offsets, without holes
record Contents(String key, String precision, String model, List<Section> sections) {

    private static final int MOST_TEXT = 1 << 20;

    /// Copies the list.
    Contents {
        sections = List.copyOf(sections);
    }

    byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, key);
            write(out, precision);
            write(out, model);
            out.writeInt(sections.size());
            for (Section section : sections) {
                write(out, section.name());
                out.writeInt(section.rows());
                out.writeInt(section.cols());
                out.writeLong(section.offset());
                out.writeLong(section.bytes());
                out.writeInt(section.checksum());
            }
        } catch (IOException e) {
            throw new AssertionError("writing to an array does not fail", e);
        }
        return bytes.toByteArray();
    }

    /// @param end where the last section must end
    /// @throws IOException when the bytes are not what [#encode] writes, whatever they are
    static Contents decode(byte[] bytes, long end) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            String key = read(in);
            String precision = read(in);
            String model = read(in);
            int count = in.readInt();
            List<Section> sections = new ArrayList<>();
            long next = FileHeader.BYTES;
            for (int i = 0; i < count; i++) {
                Section section =
                        new Section(
                                read(in),
                                in.readInt(),
                                in.readInt(),
                                in.readLong(),
                                in.readLong(),
                                in.readInt());
                if (section.offset() != next
                        || section.bytes() < 0
                        || section.bytes() > end - next
                        || section.end() > end) {
                    throw new IOException("a section lies where none can");
                }
                next = section.end();
                sections.add(section);
            }
            if (next != end || in.read() >= 0) {
                throw new IOException("the sections do not fill the file");
            }
            return new Contents(key, precision, model, sections);
        }
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST_TEXT) {
            throw new IOException("a text of " + length + " bytes");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("a text is cut off");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
