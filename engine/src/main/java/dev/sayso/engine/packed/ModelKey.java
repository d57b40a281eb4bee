package dev.sayso.engine.packed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;

/// Tells one model from another in milliseconds; what goes into it, and what that catches and what
/// not, stands in this package's description.
///
/// @param folder the model's folder, without links
/// @param hash SHA-256 in hexadecimal
/// @param weightBytes size of all weights' files
public record ModelKey(Path folder, String hash, long weightBytes) {

    /// Holds the whole header of a published file, which lists every tensor with its place.
    private static final int HEAD = 1 << 18;

    private static final int SAMPLES = 32;
    private static final int SAMPLE = 4096;

    /// Looks at a model folder.
    ///
    /// @throws IOException when it cannot be read
    public static ModelKey of(Path folder) throws IOException {
        Path real = folder.toRealPath();
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(
                        real,
                        "{config.json,vocab.json,merges.txt,*.safetensors,*.safetensors.index.json}")) {
            for (Path entry : entries) {
                // nothing that could block, such as a pipe
                if (Files.isRegularFile(entry)) {
                    files.add(entry);
                }
            }
        }
        files.sort(null);
        StringBuilder identity = new StringBuilder(real.toString());
        long weightBytes = 0;
        for (Path file : files) {
            identity.append('\n').append(describe(file));
            if (file.toString().endsWith(".safetensors")) {
                weightBytes += Files.size(file);
            }
        }
        byte[] hash = Digests.sha256(identity.toString().getBytes(StandardCharsets.UTF_8));
        return new ModelKey(real, HexFormat.of().formatHex(hash), weightBytes);
    }

    private static String describe(Path file) throws IOException {
        Path real = file.toRealPath();
        BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
        return String.join(
                "\t",
                file.getFileName().toString(),
                real.toString(),
                "" + attributes.size(),
                attributes.lastModifiedTime().toString(),
                changeTime(real, attributes),
                Long.toHexString(sampled(real, attributes.size())));
    }

    /// When the file's contents or attributes were last changed, which no program can set back;
    /// where there is no such time, when the file was made.
    private static String changeTime(Path file, BasicFileAttributes attributes) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS).toString();
        }
        return attributes.creationTime().toString();
    }

    /// A checksum of the file's beginning and of pieces spread evenly over the rest.
    private static long sampled(Path file, long size) throws IOException {
        CRC32C sum = new CRC32C();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(HEAD);
            Channels.fill(channel, buffer, 0);
            sum.update(buffer.flip());
            for (int i = 1; i <= SAMPLES && size > HEAD; i++) {
                long last = size - SAMPLE;
                buffer.clear().limit(SAMPLE);
                Channels.fill(channel, buffer, HEAD + (last - HEAD) * i / SAMPLES);
                sum.update(buffer.flip());
            }
        }
        return sum.getValue();
    }
}
