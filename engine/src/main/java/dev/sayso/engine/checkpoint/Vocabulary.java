package dev.sayso.engine.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import java.util.OptionalInt;

/// The tokens of a model folder: what each id stands for, and which two make a third.
///
/// Ids from 0 to `ordinary() - 1` are byte strings from `vocab.json`, joined pairwise as
/// `merges.txt` says; those from `ordinary()` to `size() - 1` are added tokens from
/// `tokenizer_config.json`,
/// such as `<|im_start|>`. A model may have more embedding rows than there are tokens: ids from
/// `size()` on stand for nothing.
///
/// Immutable. Files are untrusted: whatever is wrong with one is an [IOException] that names it.
public final class Vocabulary {

    private static final String CONFIG = "tokenizer_config.json";

    private final VocabularyTables tables;
    private final TokenTable tokens;
    private final AddedTokens added;
    private final int[] byteTokens;

    /// @param tables with a token for each byte
    Vocabulary(VocabularyTables tables, AddedTokens added) {
        this.tables = tables;
        this.tokens = tables.tokens();
        this.added = added;
        this.byteTokens = tokens.byteTokens();
    }

    /// Reads `vocab.json`, `merges.txt` and `tokenizer_config.json`.
    ///
    /// @throws IOException naming the file, what was expected and what was found
    public static Vocabulary read(Path folder) throws IOException {
        VocabularyFile vocab = VocabularyFile.read(folder.resolve("vocab.json"));
        VocabularyFile merges = VocabularyFile.read(folder.resolve("merges.txt"));
        VocabularyFile config = VocabularyFile.read(folder.resolve(CONFIG));
        return of(VocabularyReader.tables(vocab, merges), config);
    }

    /// As above, without reading the first two files again.
    ///
    /// @param tables what was read from them before
    static Vocabulary read(Path folder, VocabularyTables tables) throws IOException {
        return of(tables, VocabularyFile.read(folder.resolve(CONFIG)));
    }

    static Vocabulary of(VocabularyTables tables, VocabularyFile config) throws IOException {
        return new Vocabulary(tables, new AddedTokenReader(config, tables.tokens()).read());
    }

    /// What was read from `vocab.json` and `merges.txt`.
    VocabularyTables tables() {
        return tables;
    }

    /// Number of tokens, added ones included.
    public int size() {
        return tokens.size() + added.contents().size();
    }

    /// Number of tokens that are not added ones.
    public int ordinary() {
        return tokens.size();
    }

    /// The bytes a token stands for, in a new array; of an added token its name in UTF-8.
    ///
    /// @throws IllegalArgumentException when there is no such token
    public byte[] bytes(int id) {
        if (id < 0 || id >= size()) {
            throw new IllegalArgumentException("token " + id + " of " + size());
        }
        return id < ordinary() ? tokens.bytes(id) : added.bytes(id - ordinary());
    }

    /// The token that stands for one byte.
    ///
    /// @param value 0…255
    public int byteToken(int value) {
        return byteTokens[value];
    }

    /// What two neighbours become.
    ///
    /// @return the merge's rank (lower ones go first) in the upper half, the joined token in the
    ///     lower; -1 when the two don't merge
    public long merge(int left, int right) {
        return tables.merges().get(left, right);
    }

    /// Whether a token steers the model and is not shown, as `<|im_end|>`; false for added tokens
    /// that are not flagged so, as `<asr_text>`.
    public boolean isSpecial(int id) {
        BitSet special = added.special();
        return id >= 0 && special.get(id);
    }

    /// The added token of this name.
    public OptionalInt added(String content) {
        Integer id = added.ids().get(content);
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /// All added tokens' ids by name.
    public Map<String, Integer> added() {
        return added.ids();
    }

    /// The added token of this name, which the model can't do without.
    ///
    /// @throws IOException when there is none
    public int required(String content) throws IOException {
        Integer id = added.ids().get(content);
        if (id == null) {
            throw added.file().wrong("an added token " + content, "none of that name");
        }
        return id;
    }
}
