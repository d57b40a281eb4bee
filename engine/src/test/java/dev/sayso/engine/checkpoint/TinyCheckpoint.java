package dev.sayso.engine.checkpoint;

import dev.sayso.engine.checkpoint.ModelConfig.Decoder;
import dev.sayso.engine.checkpoint.ModelConfig.Encoder;
import dev.sayso.engine.kernel.ElementType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// A complete model folder of the real architecture with made-up weights, as small as a test wants
/// it.
///
/// ```java
/// TinyCheckpoint tiny = TinyCheckpoint.builder().encoder(24, 1, 3, 40).write(folder);
/// try (Checkpoint checkpoint = Checkpoint.open(folder)) { … }
/// ```
///
/// @param folder where it lies
/// @param shapes official name → shape of every tensor, whether written or not
/// @param values official name → values as they stand in the file, rounded to the element type
public record TinyCheckpoint(
        Path folder, SortedMap<String, int[]> shapes, Map<String, float[]> values) {

    private static final JsonMapper JSON = new JsonMapper();

    /// Where `config.json` puts its keys.
    public enum Layout {
        /// As published: `thinker_config.audio_config`, `thinker_config.text_config`.
        NESTED,
        /// `audio_config` and `text_config` at the top.
        FLAT,
        /// All keys in one object.
        BARE
    }

    /// A model of 2 + 2 layers with about 40,000 weights.
    public static Builder builder() {
        return new Builder();
    }

    /// The shape of a tensor.
    public int[] shape(String name) {
        return Objects.requireNonNull(shapes.get(name), name).clone();
    }

    /// The values of a tensor as they stand in the file.
    public float[] values(String name) {
        return Objects.requireNonNull(values.get(name), name).clone();
    }

    /// What a folder is to be like. Every setting has a default.
    public static final class Builder {

        private final TinyTokenizer tokenizer = new TinyTokenizer();
        private final Map<String, float[]> replaced = new HashMap<>();
        private final List<String> left = new ArrayList<>();
        private int dModel = 32;
        private int encoderLayers = 2;
        private int encoderHeads = 2;
        private int ffnDim = 64;
        private int melBins = 128;
        private int convChannels = 8;
        private int nWindow = 50;
        private int nWindowInfer = 800;
        private int hiddenSize = 48;
        private int intermediateSize = 96;
        private int layers = 2;
        private int heads = 4;
        private int kvHeads = 2;
        private int headDim = 16;
        private int vocabSize = (tokenizer.size() + 16) / 16 * 16;
        private int maxPositions = 4096;
        private boolean tied = true;
        private ElementType type = ElementType.BF16;
        private Layout layout = Layout.NESTED;
        private int alignerRows;
        private int shards = 1;
        private long seed = 20260217;
        private boolean prefix = true;
        private boolean idsInConfig = true;
        private boolean generationConfig = true;

        private Builder() {}

        /// Width (even), layers, heads (a divisor) and feed-forward width of the encoder.
        public Builder encoder(int dModel, int encoderLayers, int encoderHeads, int ffnDim) {
            this.dModel = dModel;
            this.encoderLayers = encoderLayers;
            this.encoderHeads = encoderHeads;
            this.ffnDim = ffnDim;
            return this;
        }

        /// Spectrogram rows and channels of the convolutions.
        public Builder stem(int melBins, int convChannels) {
            this.melBins = melBins;
            this.convChannels = convChannels;
            return this;
        }

        /// Half a chunk and a whole attention window, in frames.
        public Builder windows(int nWindow, int nWindowInfer) {
            this.nWindow = nWindow;
            this.nWindowInfer = nWindowInfer;
            return this;
        }

        /// Width (of the encoder's output, too), feed-forward width and layers of the decoder.
        public Builder decoder(int hiddenSize, int intermediateSize, int layers) {
            this.hiddenSize = hiddenSize;
            this.intermediateSize = intermediateSize;
            this.layers = layers;
            return this;
        }

        /// Query heads, key and value heads (a divisor) and head size (even) of the decoder.
        public Builder attention(int heads, int kvHeads, int headDim) {
            this.heads = heads;
            this.kvHeads = kvHeads;
            this.headDim = headDim;
            return this;
        }

        /// Rows of the embeddings; at least as many as there are tokens.
        public Builder vocabSize(int vocabSize) {
            this.vocabSize = vocabSize;
            return this;
        }

        /// Longest sequence.
        public Builder maxPositions(int maxPositions) {
            this.maxPositions = maxPositions;
            return this;
        }

        /// Whether the embeddings are the output head. Tied folders hold a copy of them under the
        /// head's name, as the published ones do; leave it out with [#without].
        public Builder tied(boolean tied) {
            this.tied = tied;
            return this;
        }

        /// Makes it a forced aligner with a head of so many rows.
        public Builder aligner(int rows) {
            alignerRows = rows;
            return tied(false);
        }

        /// Element type of all tensors.
        public Builder type(ElementType wanted) {
            type = wanted;
            return this;
        }

        /// Over how many files the tensors are spread, in order of name and without regard to
        /// layers.
        public Builder shards(int wanted) {
            shards = wanted;
            return this;
        }

        public Builder layout(Layout wanted) {
            layout = wanted;
            return this;
        }

        public Builder seed(long wanted) {
            seed = wanted;
            return this;
        }

        /// Leaves `thinker.` off all tensor names in the files.
        public Builder withoutPrefix() {
            prefix = false;
            return this;
        }

        /// Leaves the audio tokens' ids out of `config.json`.
        public Builder withoutIds() {
            idsInConfig = false;
            return this;
        }

        /// Writes no `generation_config.json`.
        public Builder withoutGenerationConfig() {
            generationConfig = false;
            return this;
        }

        /// Gives a tensor (by its official name) other values.
        public Builder with(String name, float... values) {
            replaced.put(name, values.clone());
            return this;
        }

        /// Leaves a tensor out.
        public Builder without(String name) {
            left.add(name);
            return this;
        }

        /// Writes the folder, making it when it isn't there.
        public TinyCheckpoint write(Path folder) throws IOException {
            Files.createDirectories(folder);
            tokenizer.write(folder, JSON);
            Files.writeString(
                    folder.resolve("config.json"),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(config()));
            if (generationConfig) {
                List<Integer> stops =
                        List.of(tokenizer.id("<|endoftext|>"), tokenizer.id("<|im_end|>"));
                Files.writeString(
                        folder.resolve("generation_config.json"),
                        JSON.writeValueAsString(Map.of("eos_token_id", stops)));
            }
            SortedMap<String, int[]> shapes = TinyWeights.shapes(encoder(), decoder(), headRows());
            SortedMap<String, float[]> values = new TreeMap<>();
            shapes.forEach((name, shape) -> values.put(name, valuesOf(name, shape)));
            values.keySet().removeAll(left);
            writeWeights(folder, shapes, values);
            return new TinyCheckpoint(
                    folder,
                    Collections.unmodifiableSortedMap(shapes),
                    Collections.unmodifiableMap(values));
        }

        private int headRows() {
            return alignerRows > 0 ? alignerRows : vocabSize;
        }

        private Encoder encoder() {
            return new Encoder(
                    dModel,
                    encoderLayers,
                    encoderHeads,
                    ffnDim,
                    hiddenSize,
                    melBins,
                    convChannels,
                    nWindow,
                    nWindowInfer);
        }

        private Decoder decoder() {
            return new Decoder(
                    hiddenSize,
                    intermediateSize,
                    layers,
                    heads,
                    kvHeads,
                    headDim,
                    vocabSize,
                    1e-6f,
                    1e6,
                    maxPositions,
                    tied);
        }

        private float[] valuesOf(String name, int[] shape) {
            float[] values = replaced.get(name);
            if (values == null) {
                values = TinyWeights.values(name, shape, tied, seed);
            }
            for (int i = 0; i < values.length; i++) {
                values[i] = TinyWeights.rounded(values[i], type);
            }
            return values;
        }

        private Map<String, Object> config() {
            Map<String, Object> audio = new LinkedHashMap<>();
            audio.put("d_model", dModel);
            audio.put("encoder_layers", encoderLayers);
            audio.put("encoder_attention_heads", encoderHeads);
            audio.put("encoder_ffn_dim", ffnDim);
            audio.put("output_dim", hiddenSize);
            audio.put("num_mel_bins", melBins);
            audio.put("downsample_hidden_size", convChannels);
            audio.put("n_window", nWindow);
            audio.put("n_window_infer", nWindowInfer);
            audio.put("activation_function", "gelu");
            Map<String, Object> text = new LinkedHashMap<>();
            text.put("hidden_size", hiddenSize);
            text.put("intermediate_size", intermediateSize);
            text.put("num_hidden_layers", layers);
            text.put("num_attention_heads", heads);
            text.put("num_key_value_heads", kvHeads);
            text.put("head_dim", headDim);
            text.put("vocab_size", vocabSize);
            text.put("rms_norm_eps", 1e-6);
            text.put("rope_theta", 1_000_000);
            text.put("max_position_embeddings", maxPositions);
            text.put("tie_word_embeddings", tied);
            text.put("hidden_act", "silu");
            return nested(audio, text);
        }

        private Map<String, Object> nested(Map<String, Object> audio, Map<String, Object> text) {
            Map<String, Object> thinker = new LinkedHashMap<>();
            if (layout == Layout.BARE) {
                thinker.putAll(audio);
                thinker.putAll(text);
            } else {
                thinker.put("audio_config", audio);
                thinker.put("text_config", text);
            }
            if (idsInConfig) {
                thinker.put("audio_start_token_id", tokenizer.id("<|audio_start|>"));
                thinker.put("audio_end_token_id", tokenizer.id("<|audio_end|>"));
                thinker.put("audio_token_id", tokenizer.id("<|audio_pad|>"));
            }
            if (alignerRows > 0) {
                thinker.put("classify_num", alignerRows);
            }
            Map<String, Object> top = new LinkedHashMap<>();
            top.put("support_languages", List.of("English", "German"));
            if (layout == Layout.NESTED) {
                top.put("thinker_config", thinker);
            } else {
                top.putAll(thinker);
            }
            return top;
        }

        private void writeWeights(
                Path folder, Map<String, int[]> shapes, SortedMap<String, float[]> values)
                throws IOException {
            List<String> names = List.copyOf(values.keySet());
            Map<String, String> places = new LinkedHashMap<>();
            for (int shard = 0; shard < shards; shard++) {
                String file =
                        shards == 1
                                ? "model.safetensors"
                                : String.format(
                                        "model-%05d-of-%05d.safetensors", shard + 1, shards);
                List<String> part =
                        names.subList(
                                names.size() * shard / shards, names.size() * (shard + 1) / shards);
                try (OutputStream out = Files.newOutputStream(folder.resolve(file))) {
                    out.write(header(part, shapes));
                    for (String name : part) {
                        out.write(
                                TinyWeights.bytes(Objects.requireNonNull(values.get(name)), type));
                        places.put(inFile(name), file);
                    }
                }
            }
            if (shards > 1) {
                Files.writeString(
                        folder.resolve("model.safetensors.index.json"),
                        JSON.writeValueAsString(Map.of("weight_map", places)));
            }
        }

        private byte[] header(List<String> names, Map<String, int[]> shapes) {
            Map<String, Object> header = new LinkedHashMap<>();
            header.put("__metadata__", Map.of("format", "pt"));
            long begin = 0;
            for (String name : names) {
                int[] shape = Objects.requireNonNull(shapes.get(name));
                long end = begin + (long) TinyWeights.count(shape) * type.bytes();
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("dtype", type.name());
                entry.put("shape", shape);
                entry.put("data_offsets", new long[] {begin, end});
                header.put(inFile(name), entry);
                begin = end;
            }
            byte[] json = JSON.writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.allocate(8 + json.length)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(json.length)
                    .put(json)
                    .array();
        }

        private String inFile(String name) {
            return prefix ? name : name.substring("thinker.".length());
        }
    }
}
