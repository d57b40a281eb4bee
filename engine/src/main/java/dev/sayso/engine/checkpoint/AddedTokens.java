package dev.sayso.engine.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/// The tokens that `tokenizer_config.json` adds to those of `vocab.json`.
///
/// @param file where they stand, for messages
/// @param contents those with ids of their own, in order of ids; the first follows the last
///     ordinary token
/// @param ids all added tokens by name
/// @param special the ids of those that are not shown
record AddedTokens(
        VocabularyFile file, List<String> contents, Map<String, Integer> ids, BitSet special) {

    /// Copies the collections.
    AddedTokens {
        contents = List.copyOf(contents);
        ids = Map.copyOf(ids);
        special = (BitSet) special.clone();
    }

    byte[] bytes(int index) {
        return contents.get(index).getBytes(StandardCharsets.UTF_8);
    }
}
