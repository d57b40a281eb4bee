package dev.sayso.app.models;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A quick look at a checkpoint's folder; opening it is what finds every fault.
final class ModelFolder {

    private static final List<String> NEEDED =
            List.of("vocab.json", "merges.txt", "tokenizer_config.json");

    private static final String IS_ALIGNER =
            "an aligner: finds the times of words, does not transcribe";

    private ModelFolder() {}

    /// What a folder is.
    enum Kind {
        /// All that can be seen from outside is there.
        TRANSCRIBES,
        /// The same, but it is for the times of words.
        ALIGNS,
        /// Files are missing, or are not what they were.
        DAMAGED,
        /// There is no such folder, or it holds no model.
        NO_MODEL
    }

    /// What a look at a folder found.
    ///
    /// @param bytes the size of its files
    /// @param problem why it cannot transcribe, one clause; null when it can
    record Look(Kind kind, long bytes, @Nullable String problem) {}

    /// @param folder has a `config.json`
    static Model inspect(Path folder) {
        Look look = look(folder);
        return new Model(
                folder.getFileName().toString(), folder, look.bytes(), false, look.problem());
    }

    /// Looks at a folder.
    static Look look(Path folder) {
        if (!Files.isRegularFile(folder.resolve("config.json"))) {
            boolean there = Files.isDirectory(folder);
            return new Look(
                    Kind.NO_MODEL, 0, there ? "no model: config.json is missing" : "not there");
        }
        try {
            String damage = damage(folder);
            if (damage != null) {
                return new Look(Kind.DAMAGED, bytes(folder), damage);
            }
            return isAligner(folder)
                    ? new Look(Kind.ALIGNS, bytes(folder), IS_ALIGNER)
                    : new Look(Kind.TRANSCRIBES, bytes(folder), null);
        } catch (IOException | DirectoryIteratorException e) {
            return new Look(Kind.DAMAGED, 0, "cannot be read: " + e);
        }
    }

    private static long bytes(Path folder) throws IOException {
        long bytes = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (Files.isRegularFile(file)) {
                    bytes += Files.size(file);
                }
            }
        }
        return bytes;
    }

    private static @Nullable String damage(Path folder) throws IOException {
        ModelManifest manifest = ModelManifest.read(folder);
        String changed = manifest == null ? null : manifest.damage(folder);
        if (changed != null) {
            return "damaged: " + changed;
        }
        try {
            if (isAligner(folder)) {
                return missingWeights(folder);
            }
            for (String file : NEEDED) {
                if (!Files.isRegularFile(folder.resolve(file))) {
                    return "incomplete: " + file + " is missing";
                }
            }
            return missingWeights(folder);
        } catch (JacksonException | InvalidPathException e) {
            return "damaged: a JSON file cannot be read";
        }
    }

    private static boolean isAligner(Path folder) {
        JsonNode config = read(folder.resolve("config.json"));
        return config.has("classify_num") || config.path("thinker_config").has("classify_num");
    }

    private static @Nullable String missingWeights(Path folder) {
        if (Files.isRegularFile(folder.resolve("model.safetensors"))) {
            return null;
        }
        Path index = folder.resolve("model.safetensors.index.json");
        if (!Files.isRegularFile(index)) {
            return "incomplete: model.safetensors is missing";
        }
        for (JsonNode shard : read(index).path("weight_map")) {
            if (!Files.isRegularFile(folder.resolve(shard.asString("?")))) {
                return "incomplete: " + shard.asString("?") + " is missing";
            }
        }
        return null;
    }

    private static JsonNode read(Path file) {
        return JsonMapper.shared().readTree(file);
    }
}
