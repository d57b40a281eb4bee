package dev.sayso.app.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The small model that comes inside the app, unpacked on first use.
///
/// Every use compares each file with its bundled SHA-256 sum, and writes what is missing or
/// different to a temporary file that is checked and then moved over the old one in one step. So an
/// unpacking that was cut short or damaged later is repaired, and processes that start at the same
/// time do each other no harm: whoever moves last puts the same bytes there.
public final class StarterModel {

    /// Its name, and its folder's.
    public static final String NAME = "starter";

    private static final String SUMS = "SHA256SUMS";
    private static final Duration ABANDONED = Duration.ofHours(1);

    /// The bundled files.
    @FunctionalInterface
    interface Bundle {
        /// Opens a file; null when there is none of that name.
        @Nullable InputStream open(String file) throws IOException;
    }

    private final Bundle bundle;
    private final Path folder;

    StarterModel(Bundle bundle, Path models) {
        this.bundle = bundle;
        this.folder = models.resolve(NAME);
    }

    /// The model in this module's resources.
    ///
    /// @param models the folder that holds one folder for each model
    public static StarterModel bundled(Path models) {
        return new StarterModel(
                file -> StarterModel.class.getResourceAsStream("starter/" + file), models);
    }

    /// Where it is, or will be on first use.
    Path folder() {
        return folder;
    }

    /// What a list of models says about it.
    Model describe() {
        try {
            return new Model(NAME, folder, bytes(), true, null);
        } catch (IOException e) {
            return new Model(NAME, folder, 0, true, String.valueOf(e.getMessage()));
        }
    }

    private long bytes() throws IOException {
        long bytes = 0;
        for (String file : sums().keySet()) {
            try (InputStream in = open(file)) {
                bytes += in.transferTo(OutputStream.nullOutputStream());
            }
        }
        return bytes;
    }

    /// Makes sure that the folder holds exactly the bundled files.
    ///
    /// When it cannot be written, a temporary folder is used, and the result's note says so.
    ///
    /// @throws IOException when neither can be written, or the bundle itself is damaged
    public ReadyModel prepare() throws IOException {
        Map<String, String> sums = sums();
        try {
            unpack(sums, folder);
            return new ReadyModel(NAME, folder, null, false);
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return prepareElsewhere(sums, e);
        }
    }

    private ReadyModel prepareElsewhere(Map<String, String> sums, IOException reason)
            throws IOException {
        Path temporary = Files.createTempDirectory("sayso-starter-");
        String note =
                folder
                        + ": cannot be written ("
                        + reason
                        + "); the starter model is unpacked to a temporary folder for this run";
        ReadyModel elsewhere = new ReadyModel(NAME, temporary, note, true);
        try {
            unpack(sums, temporary);
            return elsewhere;
        } catch (IOException e) {
            e.addSuppressed(reason);
            elsewhere.close();
            throw e;
        }
    }

    private void unpack(Map<String, String> sums, Path into) throws IOException {
        Files.createDirectories(into);
        boolean changed = false;
        for (Map.Entry<String, String> entry : sums.entrySet()) {
            if (!matches(into.resolve(entry.getKey()), entry.getValue())) {
                replace(into.resolve(entry.getKey()), entry.getValue());
                changed = true;
            }
        }
        if (changed) {
            deleteAbandoned(into);
        }
    }

    private static boolean matches(Path file, String sum) throws IOException {
        return Files.isRegularFile(file) && Sha256.of(file).equals(sum);
    }

    private void replace(Path file, String sum) throws IOException {
        String name = file.getFileName().toString();
        Path part = Files.createTempFile(file.getParent(), name, ".part");
        try {
            try (InputStream in = open(name);
                    OutputStream out = Files.newOutputStream(part)) {
                String found = Sha256.copy(in, out);
                if (!found.equals(sum)) {
                    throw new IOException(
                            name
                                    + ": the bundled file is damaged: expected SHA-256 "
                                    + sum
                                    + ", found "
                                    + found);
                }
            }
            move(part, file, sum);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// Windows refuses to replace a file that another process has mapped; then that process has put
    /// the right one there.
    private static void move(Path part, Path file, String sum) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!matches(file, sum)) {
                throw e;
            }
        }
    }

    /// What a process that was killed has left; younger ones may still be in use.
    private static void deleteAbandoned(Path folder) throws IOException {
        FileTime limit = FileTime.from(Instant.now().minus(ABANDONED));
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*.part")) {
            for (Path part : parts) {
                if (isOlder(part, limit)) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    private static boolean isOlder(Path part, FileTime limit) throws IOException {
        try {
            return Files.getLastModifiedTime(part).compareTo(limit) < 0;
        } catch (NoSuchFileException e) {
            // its process has just moved it into place
            return false;
        }
    }

    private Map<String, String> sums() throws IOException {
        Map<String, String> sums = new LinkedHashMap<>();
        String text;
        try (InputStream in = open(SUMS)) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (String line : text.lines().toList()) {
            // as sha256sum writes it: the sum, a space, a space or an asterisk, the name
            if (line.length() < 67 || line.charAt(64) != ' ') {
                throw new IOException(SUMS + ": expected lines of sum and name, found: " + line);
            }
            sums.put(line.substring(66), line.substring(0, 64));
        }
        return sums;
    }

    private InputStream open(String file) throws IOException {
        InputStream in = bundle.open(file);
        if (in == null) {
            throw new IOException(
                    "the starter model is not in this build of Sayso (no " + file + ")");
        }
        return in;
    }
}
