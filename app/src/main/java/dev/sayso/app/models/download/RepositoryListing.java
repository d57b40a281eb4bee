package dev.sayso.app.models.download;

import dev.sayso.app.models.Checksum;
import dev.sayso.app.models.ModelFile;
import dev.sayso.app.models.ModelManifest;
import dev.sayso.app.models.download.DownloadException.Reason;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which files a model has, as its host says.
///
/// Of a repository's files those are taken that a checkpoint needs: `.json`, `.txt` and
/// `.safetensors` at its top. A list that makes no sense is refused as a whole.
final class RepositoryListing {

    /// Hosts put a thousand entries on a page; a model has a dozen.
    private static final int MOST_ENTRIES = 1000;

    private static final int LARGEST_ANSWER = 4_000_000;
    private static final long LARGEST_MODEL = 64_000_000_000L;
    private static final long LARGEST_SMALL_FILE = 100_000_000L;

    private final HttpAccess access;
    private final Mirror mirror;

    RepositoryListing(HttpAccess access, Mirror mirror) {
        this.access = access;
        this.mirror = mirror;
    }

    /// The files of the newest commit.
    ///
    /// @throws DownloadException when there is no such repository, or its list makes no sense
    ModelManifest newest(String repository) throws IOException, InterruptedException {
        URI head = mirror.head(repository);
        String revision = json(head).path("sha").asString("");
        if (!revision.matches("[0-9a-f]{40}")) {
            throw senseless(head, "expected the name of a commit, found: " + shortened(revision));
        }
        URI tree = mirror.tree(repository, revision);
        return new ModelManifest(repository, revision, files(tree, json(tree)));
    }

    private JsonNode json(URI address) throws IOException, InterruptedException {
        byte[] answer = access.small(address, LARGEST_ANSWER);
        try {
            return JsonMapper.shared().readTree(answer);
        } catch (JacksonException e) {
            throw new DownloadException(
                    Reason.LISTING, address + ": expected JSON, found something else", e);
        }
    }

    private static List<ModelFile> files(URI address, JsonNode entries) throws DownloadException {
        if (!entries.isArray() || entries.size() >= MOST_ENTRIES) {
            throw senseless(
                    address,
                    "expected a list of a few files, found " + entries.size() + " entries");
        }
        List<ModelFile> files = new ArrayList<>();
        Set<String> names = new HashSet<>();
        long total = 0;
        for (JsonNode entry : entries) {
            String path = entry.path("path").asString("");
            if (entry.path("type").asString("").equals("file") && isWanted(address, path)) {
                ModelFile file = file(address, path, entry);
                // some file systems do not tell upper case from lower
                if (!names.add(path.toLowerCase(Locale.ROOT))) {
                    throw senseless(address, "two files called " + path);
                }
                total += file.bytes();
                files.add(file);
            }
        }
        check(address, names, total);
        return files;
    }

    private static void check(URI address, Set<String> names, long total) throws DownloadException {
        if (!names.contains("config.json")
                || names.stream().noneMatch(name -> name.endsWith(".safetensors"))) {
            throw senseless(address, "expected a model, found no config.json or no weights");
        }
        if (total > LARGEST_MODEL) {
            throw senseless(address, "expected a model, found files of " + total + " bytes");
        }
    }

    private static boolean isWanted(URI address, String path) throws DownloadException {
        if (path.contains("..")
                || path.contains("\\")
                || path.contains(":")
                || path.startsWith("/")
                || path.isEmpty()) {
            throw senseless(address, "a file called " + shortened(path));
        }
        boolean taken =
                path.endsWith(".json") || path.endsWith(".txt") || path.endsWith(".safetensors");
        if (!taken || path.contains("/") || path.equalsIgnoreCase(ModelManifest.FILE)) {
            return false;
        }
        if (!ModelFile.isPlain(path)) {
            throw senseless(address, "a file called " + shortened(path));
        }
        return true;
    }

    private static ModelFile file(URI address, String path, JsonNode entry)
            throws DownloadException {
        JsonNode large = entry.path("lfs");
        long bytes = (large.isObject() ? large : entry).path("size").asLong(-1);
        boolean absurd =
                bytes <= 0
                        || bytes > LARGEST_MODEL
                        || (!path.endsWith(".safetensors") && bytes > LARGEST_SMALL_FILE);
        if (absurd) {
            throw senseless(address, path + " with a length of " + bytes);
        }
        try {
            Checksum sum =
                    large.isObject()
                            ? new Checksum(Checksum.Kind.SHA_256, large.path("oid").asString(""))
                            : new Checksum(Checksum.Kind.GIT_BLOB, entry.path("oid").asString(""));
            return new ModelFile(path, bytes, sum);
        } catch (IllegalArgumentException e) {
            throw new DownloadException(
                    Reason.LISTING, address + ": " + path + ": " + e.getMessage(), e);
        }
    }

    private static DownloadException senseless(URI address, String what) {
        return new DownloadException(Reason.LISTING, address + ": " + what);
    }

    private static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
