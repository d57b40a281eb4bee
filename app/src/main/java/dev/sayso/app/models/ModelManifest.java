package dev.sayso.app.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Which files a downloaded model consists of, kept with them as `sayso-model.json`.
///
/// In a folder whose name ends with [#PARTIAL] it says what is to come; such a folder is renamed
/// once all of it is there and was compared with the sums. In a model's folder it says what was.
///
/// @param repository at the host, as `Qwen/Qwen3-ASR-0.6B`
/// @param revision the commit, 40 hexadecimal digits
/// @param files all of them
public record ModelManifest(String repository, String revision, List<ModelFile> files) {

    /// Its name in the folder.
    public static final String FILE = "sayso-model.json";

    /// What the name of a folder ends with that is not complete.
    public static final String PARTIAL = ".partial";

    private static final long LARGEST = 4_000_000;

    /// Copies the list.
    ///
    /// @throws IllegalArgumentException when the revision is no commit
    public ModelManifest {
        files = List.copyOf(files);
        if (!revision.matches("[0-9a-f]{40}")) {
            throw new IllegalArgumentException("expected a commit, found: " + revision);
        }
    }

    /// The length of all files.
    public long bytes() {
        return files.stream().mapToLong(ModelFile::bytes).sum();
    }

    /// The manifest of a folder; null when it has none.
    ///
    /// @throws IOException when there is one that cannot be read
    public static @Nullable ModelManifest read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        try {
            if (Files.size(file) > LARGEST) {
                throw new IOException(file + ": expected a list of files, found far more");
            }
            return parse(JsonMapper.shared().readTree(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return null;
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException(file + ": expected a list of files, found: " + e.getMessage(), e);
        }
    }

    private static ModelManifest parse(JsonNode root) {
        List<ModelFile> files = new ArrayList<>();
        for (JsonNode node : root.path("files")) {
            boolean large = node.has("sha256");
            Checksum sum =
                    large
                            ? new Checksum(Checksum.Kind.SHA_256, node.path("sha256").asString(""))
                            : new Checksum(
                                    Checksum.Kind.GIT_BLOB, node.path("gitBlob").asString(""));
            files.add(
                    new ModelFile(
                            node.path("name").asString(""), node.path("bytes").asLong(-1), sum));
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no files");
        }
        return new ModelManifest(
                root.path("repository").asString(""), root.path("revision").asString(""), files);
    }

    /// Writes it into a folder, in one step.
    public void write(Path folder) throws IOException {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("format", 1);
        root.put("repository", repository);
        root.put("revision", revision);
        ArrayNode list = root.putArray("files");
        for (ModelFile file : files) {
            ObjectNode node = list.addObject();
            node.put("name", file.name());
            node.put("bytes", file.bytes());
            switch (file.checksum().kind()) {
                case SHA_256 -> node.put("sha256", file.checksum().hex());
                case GIT_BLOB -> node.put("gitBlob", file.checksum().hex());
            }
        }
        Path next = folder.resolve(FILE + ".part");
        Files.writeString(next, root.toPrettyString());
        Files.move(next, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    /// What is missing or has another length than when it was verified; null when nothing is.
    public @Nullable String damage(Path folder) throws IOException {
        for (ModelFile file : files) {
            try {
                long found = Files.size(folder.resolve(file.name()));
                if (found != file.bytes()) {
                    return file.name() + ": expected " + file.bytes() + " bytes, found " + found;
                }
            } catch (NoSuchFileException e) {
                return file.name() + " is missing";
            }
        }
        return null;
    }
}
