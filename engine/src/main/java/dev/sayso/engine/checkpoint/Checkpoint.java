package dev.sayso.engine.checkpoint;

import dev.sayso.engine.kernel.Memory;
import dev.sayso.engine.kernel.Packing;
import dev.sayso.engine.kernel.Tensor;
import dev.sayso.engine.kernel.Weight;
import dev.sayso.engine.packed.MemoryStore;
import dev.sayso.engine.packed.ModelKey;
import dev.sayso.engine.packed.PackedCache;
import dev.sayso.engine.packed.PackedStore;
import dev.sayso.engine.packed.StoredTensor;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A model folder, open: its config and, by name, its tensors, mapped into memory.
///
/// Tensors go by their official names, which begin with `thinker.`; a folder whose tensors lack
/// that prefix is read just the same. Nothing is copied: a tensor's bytes are the file's, read when
/// touched, and valid until [#close].
///
/// Safe to read from several threads. The files must not be changed while they are open.
public final class Checkpoint implements Memory, AutoCloseable {

    private static final String PREFIX = "thinker.";
    private static final String EMBEDDINGS = "thinker.model.embed_tokens.weight";
    private static final String OWN_HEAD = "thinker.lm_head.weight";
    private static final String VOCABULARY = "vocabulary";
    private static final int MOST_CONFIG_BYTES = 10_000_000;

    /// Repacked weights are read a cache line at a time.
    private static final int ALIGNMENT = 64;

    private final Path folder;
    private final ModelConfig config;
    private final int[] stopTokens;
    private final Arena arena;
    private final Shards shards;
    private final PackedStore store;

    /// What was asked for, by its origin: what is packed goes by names, and is read from files.
    private final Map<String, StoredTensor> stored = new ConcurrentHashMap<>();

    private final AtomicBoolean closed = new AtomicBoolean();

    private Checkpoint(
            Path folder,
            ModelConfig config,
            int[] stopTokens,
            Arena arena,
            Shards shards,
            PackedStore store) {
        this.folder = folder;
        this.config = config;
        this.stopTokens = stopTokens;
        this.arena = arena;
        this.shards = shards;
        this.store = store;
    }

    /// Opens a folder with `config.json`, `tokenizer_config.json`, and `model.safetensors` or the
    /// shards that `model.safetensors.index.json` names; `generation_config.json` is optional.
    ///
    /// @throws IOException naming the file, what was expected and what was found; nothing stays
    ///     open
    public static Checkpoint open(Path folder) throws IOException {
        return open(folder, null);
    }

    /// As above; weights that an earlier run packed need not be packed again.
    ///
    /// @param cache where packed weights are kept; null: nowhere
    /// @throws java.io.InterruptedIOException when the calling thread is interrupted; it stays so
    public static Checkpoint open(Path folder, @Nullable PackedCache cache) throws IOException {
        ModelFile.requireFolder(folder);
        ModelKey key = cache == null ? null : PackedCache.keyOf(folder);
        JsonObject json = JsonObject.read(folder.resolve("config.json"), MOST_CONFIG_BYTES);
        SpecialTokens special = SpecialTokens.read(folder.resolve("tokenizer_config.json"));
        ModelConfig config = ConfigReader.read(json, special);
        int[] stopTokens = stopTokens(folder, config, special);
        Arena arena = Arena.ofShared();
        boolean open = false;
        try {
            Shards shards = Shards.map(folder, arena);
            Memory memory = bytes -> arena.allocate(bytes, ALIGNMENT);
            PackedStore store =
                    cache == null || key == null
                            ? new MemoryStore(memory)
                            : cache.open(key, memory);
            open = true;
            return new Checkpoint(folder, config, stopTokens, arena, shards, store);
        } finally {
            if (!open) {
                arena.close();
            }
        }
    }

    private static int[] stopTokens(Path folder, ModelConfig config, SpecialTokens special)
            throws IOException {
        int most = config.decoder().vocabSize() - 1;
        Path file = folder.resolve("generation_config.json");
        if (ModelFile.exists(file)) {
            JsonObject generation = JsonObject.read(file, MOST_CONFIG_BYTES);
            int[] ids = generation.integers("eos_token_id", 0, most);
            if (ids.length > 0) {
                return ids;
            }
        }
        int[] ids = special.stops().stream().mapToInt(Integer::intValue).toArray();
        for (int id : ids) {
            if (id > most) {
                throw new IOException(
                        folder.resolve("tokenizer_config.json")
                                + ": expected eos_token and pad_token below vocab_size ("
                                + (most + 1)
                                + "), found "
                                + id);
            }
        }
        return ids;
    }

    /// The folder, as it was given.
    public Path folder() {
        return folder;
    }

    /// What `config.json` says.
    public ModelConfig config() {
        return config;
    }

    /// The ids that end the model's answer: those of `generation_config.json`, or else the
    /// tokenizer's end and padding tokens. A new array each time, not empty.
    public int[] stopTokens() {
        return stopTokens.clone();
    }

    /// The folder's tokens; from the kept file where that is one.
    ///
    /// @throws java.io.InterruptedIOException when the calling thread is interrupted; it stays so
    /// @throws IOException as for [Vocabulary#read]
    public Vocabulary vocabulary() throws IOException {
        MemorySegment kept = store.kept(VOCABULARY);
        VocabularyTables tables = kept == null ? null : VocabularyTables.decode(kept);
        if (tables != null) {
            return Vocabulary.read(folder, tables);
        }
        Vocabulary read = Vocabulary.read(folder);
        store.keep(VOCABULARY, read.tables()::encode);
        return read;
    }

    /// All tensors' names as they stand in the files, sorted. For diagnosis.
    public Set<String> names() {
        return shards.tensors().keySet();
    }

    /// Whether there is a tensor of this (official) name.
    public boolean has(String name) {
        return shards.tensors().containsKey(name)
                || shards.tensors().containsKey(withoutPrefix(name));
    }

    /// A tensor in the file.
    ///
    /// @param name its official name
    /// @param shape the sizes it must have, outermost first
    /// @throws IOException when it is missing, has another shape, or a type other than BF16, F16
    ///     and F32: names file, tensor, what was expected and what was found
    /// @throws IllegalStateException after [#close]
    public Tensor tensor(String name, int... shape) throws IOException {
        List<Integer> wanted = new ArrayList<>(shape.length);
        for (int size : shape) {
            wanted.add(size);
        }
        if (!arena.scope().isAlive()) {
            throw new IllegalStateException("the checkpoint is closed: " + folder);
        }
        String key = shards.tensors().containsKey(name) ? name : withoutPrefix(name);
        Safetensors file = shards.tensors().get(key);
        if (file == null) {
            throw new IOException(
                    shards.contents()
                            + ": "
                            + name
                            + ": expected a tensor of shape "
                            + wanted
                            + ", found none");
        }
        StoredTensor found = file.tensor(key, wanted);
        stored.put(found.tensor().origin(), found);
        return found.tensor();
    }

    /// A small tensor (a bias, a norm), widened to f32.
    ///
    /// @param length the one size it must have
    /// @throws IOException as for [#tensor], and when a value is infinite or not a number
    public float[] vector(String name, int length) throws IOException {
        return store.vector(stored(tensor(name, length)));
    }

    /// The matrix that turns the decoder's last state into scores, `[rows, hiddenSize]` with
    /// [ModelConfig#headRows] rows.
    ///
    /// With tied embeddings these are the embeddings, even if the files hold a copy of them under
    /// the head's own name, as the published ones do; that copy is never touched.
    ///
    /// @throws IOException as for [#tensor]
    public Tensor outputHead() throws IOException {
        String name = config.decoder().tied() ? EMBEDDINGS : OWN_HEAD;
        return tensor(name, config.headRows(), config.decoder().hiddenSize());
    }

    /// Memory outside the heap, zeroed, aligned to 64 bytes, freed by [#close]: for weights in
    /// another layout than the file's.
    ///
    /// @throws IllegalStateException after [#close]
    @Override
    public MemorySegment allocate(long bytes) {
        return arena.allocate(bytes, ALIGNMENT);
    }

    /// Packs tensors of shape `[rows, …]`, one below the other, for the kernels, keeping every
    /// value.
    ///
    /// @throws IOException naming the tensor when a value is not finite
    public Weight pack(Tensor... tensors) throws IOException {
        return pack(Packing.of(tensors[0].type()), null, tensors);
    }

    /// Packs tensors in a way of the caller's choice.
    ///
    /// @param order for each packed column the tensor's column it is taken from; null: as they are
    /// @throws IOException naming the tensor when a value is not finite
    public Weight pack(Packing packing, int @Nullable [] order, Tensor... tensors)
            throws IOException {
        return store.weight(packing, order, Stream.of(tensors).map(this::stored).toList());
    }

    private StoredTensor stored(Tensor tensor) {
        StoredTensor found = stored.get(tensor.origin());
        if (found == null) {
            throw new IllegalArgumentException(tensor.origin() + " is not of " + folder);
        }
        return found;
    }

    /// Says that every stage has packed what it needs: it is kept for the next run, where that was
    /// wanted.
    ///
    /// @throws java.io.InterruptedIOException when the calling thread is interrupted; it stays so
    public void finishPacking() throws IOException {
        store.finish();
        stored.clear();
    }

    /// What could not be done as asked, a sentence each; the numbers are right all the same.
    public List<String> warnings() {
        return store.warnings();
    }

    /// Frees all memory. Nothing may read a tensor any more; a second call does nothing.
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            store.close();
            arena.close();
        }
    }

    private static String withoutPrefix(String name) {
        return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    }
}
