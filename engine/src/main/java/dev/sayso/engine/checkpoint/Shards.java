package dev.sayso.engine.checkpoint;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which file each tensor lies in.
///
/// @param contents the file that lists all tensors: the one weights file, or the index
/// @param tensors tensor name → its file; unmodifiable
record Shards(Path contents, SortedMap<String, Safetensors> tensors) {

    private static final String SINGLE = "model.safetensors";
    private static final String INDEX = "model.safetensors.index.json";
    private static final int MOST_INDEX_BYTES = 20_000_000;

    /// Maps the weights of a folder: one file, or those an index names.
    static Shards map(Path folder, Arena arena) throws IOException {
        SortedMap<String, Safetensors> tensors = new TreeMap<>();
        Path listing = folder.resolve(SINGLE);
        if (ModelFile.exists(listing)) {
            Safetensors file = Safetensors.map(listing, arena);
            file.names().forEach(name -> tensors.put(name, file));
        } else {
            listing = folder.resolve(INDEX);
            if (!ModelFile.exists(listing)) {
                throw new IOException(
                        folder + ": expected " + SINGLE + " or " + INDEX + ", found neither");
            }
            mapIndexed(listing, arena, tensors);
        }
        return new Shards(listing, Collections.unmodifiableSortedMap(tensors));
    }

    private static void mapIndexed(
            Path listing, Arena arena, SortedMap<String, Safetensors> tensors) throws IOException {
        JsonObject index = JsonObject.read(listing, MOST_INDEX_BYTES);
        JsonObject places = index.child("weight_map");
        if (places == null) {
            throw index.wrong("weight_map", "an object of tensors and files", "nothing");
        }
        Map<String, Safetensors> files = new HashMap<>();
        for (Map.Entry<String, String> place : places.entries("a file name").entrySet()) {
            String tensor = place.getKey();
            String name = place.getValue();
            Safetensors file = files.get(name);
            if (file == null) {
                requirePlainName(places, tensor, name);
                file = Safetensors.map(listing.resolveSibling(name), arena);
                files.put(name, file);
            }
            if (!file.has(tensor)) {
                throw places.wrong(
                        Quoted.plain(tensor),
                        "a tensor in " + Quoted.plain(name),
                        "none of that name there");
            }
            tensors.put(tensor, file);
        }
    }

    /// The index may come from anywhere: it may name files of its folder, and nothing else.
    private static void requirePlainName(JsonObject places, String tensor, String name)
            throws IOException {
        boolean plain = name.endsWith(".safetensors") && name.length() <= 255;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            plain &= c != '/' && c != '\\' && c != ':' && !Character.isISOControl(c);
        }
        if (!plain) {
            throw places.wrong(
                    Quoted.plain(tensor),
                    "the plain name of a .safetensors file in this folder",
                    Quoted.text(name));
        }
    }
}
