package dev.sayso.app.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The models that can be had, as `catalogue.json` lists them.
///
/// The memory of Qwen3-ASR-0.6B is the peak of whole processes in `engine/BENCHMARKS.md`; that of
/// the 1.7B is reckoned from it and the number of its weights, that of the aligner likewise.
///
/// @param entries in the order they are shown in
public record ModelCatalogue(List<CatalogueEntry> entries) {

    /// Copies the list.
    public ModelCatalogue {
        entries = List.copyOf(entries);
    }

    /// The one of this build.
    public static ModelCatalogue bundled() {
        try (InputStream in = ModelCatalogue.class.getResourceAsStream("catalogue.json")) {
            if (in == null) {
                throw new IllegalStateException("this build has no catalogue.json");
            }
            List<CatalogueEntry> entries = new ArrayList<>();
            for (JsonNode node : JsonMapper.shared().readTree(in).path("models")) {
                entries.add(entry(node));
            }
            return new ModelCatalogue(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CatalogueEntry entry(JsonNode node) {
        List<String> languages = new ArrayList<>();
        node.path("languages").forEach(language -> languages.add(language.asString()));
        return new CatalogueEntry(
                node.path("name").asString(),
                node.path("repository").asString(),
                CatalogueEntry.Purpose.valueOf(
                        node.path("purpose").asString().toUpperCase(Locale.ROOT)),
                node.path("bytes").asLong(),
                node.path("memory").path("int8").asLong(),
                node.path("memory").path("bf16").asLong(),
                languages,
                node.path("licence").asString());
    }

    /// The one with this name, in any case.
    public Optional<CatalogueEntry> find(String name) {
        return entries.stream().filter(entry -> entry.name().equalsIgnoreCase(name)).findFirst();
    }
}
