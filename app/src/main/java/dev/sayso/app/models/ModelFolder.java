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

    private ModelFolder() {}

    /// @param folder has a `config.json`
    static Model inspect(Path folder) {
        String name = folder.getFileName().toString();
        try {
            return new Model(name, folder, bytes(folder), false, problem(folder));
        } catch (IOException | DirectoryIteratorException e) {
            return new Model(name, folder, 0, false, "cannot be read: " + e);
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

    private static @Nullable String problem(Path folder) {
        try {
            JsonNode config = read(folder.resolve("config.json"));
            if (config.has("classify_num") || config.path("thinker_config").has("classify_num")) {
                return "an aligner: finds the times of words, does not transcribe";
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
