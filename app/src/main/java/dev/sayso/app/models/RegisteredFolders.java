package dev.sayso.app.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Models in folders of the user's own, which are used where they lie: a list in a JSON file.
///
/// A file that cannot be read counts as empty, and is set aside before it is written again.
public final class RegisteredFolders {

    private final Path file;

    /// @param file need not exist
    public RegisteredFolders(Path file) {
        this.file = file;
    }

    /// The folders by their names, in the order they were added.
    public synchronized Map<String, Path> list() throws IOException {
        try {
            return parse();
        } catch (JacksonException | InvalidPathException e) {
            return new LinkedHashMap<>();
        }
    }

    private Map<String, Path> parse() throws IOException {
        Map<String, Path> folders = new LinkedHashMap<>();
        try {
            JsonNode root = JsonMapper.shared().readTree(Files.readAllBytes(file));
            for (JsonNode node : root.path("folders")) {
                String name = node.path("name").asString("");
                Path folder = Path.of(node.path("path").asString(""));
                if (!name.isBlank() && folder.isAbsolute()) {
                    folders.putIfAbsent(name, folder);
                }
            }
        } catch (NoSuchFileException e) {
            // nothing was added yet
        }
        return folders;
    }

    /// Adds a folder, unless it is there.
    ///
    /// @param taken whether a name belongs to another model
    /// @return its name: the folder's, with a number when that is taken
    public synchronized String add(Path folder, Predicate<String> taken) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        Map<String, Path> folders = list();
        for (Map.Entry<String, Path> known : folders.entrySet()) {
            if (known.getValue().equals(absolute)) {
                return known.getKey();
            }
        }
        Path last = absolute.getFileName();
        String wanted = last == null ? "model" : last.toString();
        String name = wanted;
        for (int i = 2; taken.test(name) || folders.containsKey(name); i++) {
            name = wanted + "-" + i;
        }
        folders.put(name, absolute);
        write(folders);
        return name;
    }

    /// Takes a folder off the list; the folder itself stays as it is.
    public synchronized void remove(String name) throws IOException {
        Map<String, Path> folders = list();
        if (folders.remove(name) != null) {
            write(folders);
        }
    }

    private void write(Map<String, Path> folders) throws IOException {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        ArrayNode list = root.putArray("folders");
        folders.forEach(
                (name, folder) ->
                        list.addObject().put("name", name).put("path", folder.toString()));
        Files.createDirectories(file.toAbsolutePath().getParent());
        setBrokenAside();
        Path next = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(next, root.toPrettyString());
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void setBrokenAside() throws IOException {
        try {
            parse();
        } catch (JacksonException | InvalidPathException e) {
            Files.move(
                    file,
                    file.resolveSibling(file.getFileName() + ".broken"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
