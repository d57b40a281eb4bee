package dev.sayso.engine.checkpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Fuzz target: one of the vocabulary's three files is made of the input, the others are sound.
///
/// The input's first byte says which (`0` vocab.json, `1` merges.txt, `2` tokenizer_config.json, by
/// its remainder modulo 3), the rest is the file. Whatever it holds, either a vocabulary comes out
/// that answers all questions or one [IOException] with one line that names the file.
public final class VocabularyFuzz {

    private static final String VOCAB = SmallVocabulary.vocab(",\"ab\":256,\"abc\":257");
    private static final String MERGES = "#version: 0.2\na b\nab c\n";
    private static final String CONFIG =
            "{\"added_tokens_decoder\":{\"258\":{\"content\":\"<x>\",\"special\":true}}}";

    private VocabularyFuzz() {}

    /// @return whether the input made a vocabulary
    public static boolean fuzz(byte[] input) {
        int which = input.length == 0 ? 0 : Math.floorMod(input[0] - '0', 3);
        byte[] content = input.length == 0 ? input : Arrays.copyOfRange(input, 1, input.length);
        try {
            VocabularyTables tables =
                    VocabularyReader.tables(
                            file("vocab.json", which == 0, content, VOCAB),
                            file("merges.txt", which == 1, content, MERGES));
            VocabularyFile config = file("tokenizer_config.json", which == 2, content, CONFIG);
            use(Vocabulary.of(tables, config));
            return true;
        } catch (IOException e) {
            String message = String.valueOf(e.getMessage());
            if (!message.matches(
                            "(vocab\\.json|merges\\.txt|tokenizer_config\\.json): expected .+, found .+")
                    || message.length() > 500) {
                throw new AssertionError("not one clear sentence: " + message, e);
            }
            return false;
        }
    }

    private static VocabularyFile file(String name, boolean fuzzed, byte[] content, String sound)
            throws IOException {
        return VocabularyFile.of(name, fuzzed ? content : sound.getBytes(StandardCharsets.UTF_8));
    }

    private static void use(Vocabulary vocabulary) {
        for (int id = 0; id < vocabulary.size(); id++) {
            if (vocabulary.bytes(id).length == 0) {
                throw new AssertionError("token " + id + " is empty");
            }
        }
        for (int value = 0; value < 256; value++) {
            long merge = vocabulary.merge(vocabulary.byteToken(value), vocabulary.byteToken('b'));
            if (merge >= 0 && (int) merge >= vocabulary.ordinary()) {
                throw new AssertionError("merge into " + (int) merge);
            }
        }
        for (int id : vocabulary.added().values()) {
            if (id >= vocabulary.size()) {
                throw new AssertionError("added token " + id + " of " + vocabulary.size());
            }
        }
    }
}
