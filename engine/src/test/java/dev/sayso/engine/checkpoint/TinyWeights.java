package dev.sayso.engine.checkpoint;

import dev.sayso.engine.checkpoint.ModelConfig.Decoder;
import dev.sayso.engine.checkpoint.ModelConfig.Encoder;
import dev.sayso.engine.kernel.ElementType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/// Names, shapes and made-up values of all tensors of a model.
///
/// Value i of a tensor is splitmix64(key + i × golden ratio), its upper 24 bits taken as a signed
/// fraction of [-1, 1), times a scale, plus an offset, in f32; the key is splitmix64(FNV-1a of the
/// tensor's name xor seed). Scales keep activations at ordinary size: variance 1/fan-in for
/// matrices, ±0.1 for biases, 1 ± 0.1 for norms.
final class TinyWeights {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private TinyWeights() {}

    /// Official name → shape of every tensor.
    static SortedMap<String, int[]> shapes(Encoder e, Decoder d, int headRows) {
        SortedMap<String, int[]> shapes = new TreeMap<>();
        encoder(shapes, e);
        String model = "thinker.model.";
        shapes.put(model + "embed_tokens.weight", new int[] {d.vocabSize(), d.hiddenSize()});
        shapes.put("thinker.lm_head.weight", new int[] {headRows, d.hiddenSize()});
        shapes.put(model + "norm.weight", new int[] {d.hiddenSize()});
        for (int layer = 0; layer < d.layers(); layer++) {
            decoderLayer(shapes, model + "layers." + layer + ".", d);
        }
        return shapes;
    }

    private static void encoder(SortedMap<String, int[]> shapes, Encoder e) {
        String tower = "thinker.audio_tower.";
        int width = e.dModel();
        for (int i = 1; i <= 3; i++) {
            int in = i == 1 ? 1 : e.convChannels();
            shapes.put(tower + "conv2d" + i + ".weight", new int[] {e.convChannels(), in, 3, 3});
            shapes.put(tower + "conv2d" + i + ".bias", new int[] {e.convChannels()});
        }
        shapes.put(tower + "conv_out.weight", new int[] {width, e.stemWidth()});
        for (int layer = 0; layer < e.layers(); layer++) {
            String prefix = tower + "layers." + layer + ".";
            for (String name : new String[] {"q_proj", "k_proj", "v_proj", "out_proj"}) {
                affine(shapes, prefix + "self_attn." + name, width, width);
            }
            norm(shapes, prefix + "self_attn_layer_norm", width);
            norm(shapes, prefix + "final_layer_norm", width);
            affine(shapes, prefix + "fc1", e.ffnDim(), width);
            affine(shapes, prefix + "fc2", width, e.ffnDim());
        }
        norm(shapes, tower + "ln_post", width);
        affine(shapes, tower + "proj1", width, width);
        affine(shapes, tower + "proj2", e.outputDim(), width);
    }

    private static void decoderLayer(SortedMap<String, int[]> shapes, String prefix, Decoder d) {
        int hidden = d.hiddenSize();
        int query = d.heads() * d.headDim();
        int kv = d.kvHeads() * d.headDim();
        shapes.put(prefix + "input_layernorm.weight", new int[] {hidden});
        shapes.put(prefix + "post_attention_layernorm.weight", new int[] {hidden});
        shapes.put(prefix + "self_attn.q_proj.weight", new int[] {query, hidden});
        shapes.put(prefix + "self_attn.k_proj.weight", new int[] {kv, hidden});
        shapes.put(prefix + "self_attn.v_proj.weight", new int[] {kv, hidden});
        shapes.put(prefix + "self_attn.o_proj.weight", new int[] {hidden, query});
        shapes.put(prefix + "self_attn.q_norm.weight", new int[] {d.headDim()});
        shapes.put(prefix + "self_attn.k_norm.weight", new int[] {d.headDim()});
        shapes.put(prefix + "mlp.gate_proj.weight", new int[] {d.intermediateSize(), hidden});
        shapes.put(prefix + "mlp.up_proj.weight", new int[] {d.intermediateSize(), hidden});
        shapes.put(prefix + "mlp.down_proj.weight", new int[] {hidden, d.intermediateSize()});
    }

    private static void affine(SortedMap<String, int[]> shapes, String name, int out, int in) {
        shapes.put(name + ".weight", new int[] {out, in});
        shapes.put(name + ".bias", new int[] {out});
    }

    private static void norm(SortedMap<String, int[]> shapes, String name, int width) {
        shapes.put(name + ".weight", new int[] {width});
        shapes.put(name + ".bias", new int[] {width});
    }

    /// The values before they are rounded to an element type.
    static float[] values(String name, int[] shape, boolean tied, long seed) {
        boolean head = name.equals("thinker.lm_head.weight");
        long key = key(tied && head ? "thinker.model.embed_tokens.weight" : name, seed);
        boolean normWeight =
                (name.contains("norm") || name.contains("ln_post")) && !name.endsWith("bias");
        float offset = normWeight ? 1 : 0;
        float scale = scale(name, shape, tied && head);
        float[] values = new float[count(shape)];
        for (int i = 0; i < values.length; i++) {
            long bits = mix(key + i * GOLDEN) >>> 40;
            values[i] = ((int) bits - (1 << 23)) * 0x1p-23f * scale;
            if (offset != 0) {
                values[i] += offset;
            }
        }
        return values;
    }

    private static float scale(String name, int[] shape, boolean tiedHead) {
        if (name.contains("norm") || name.contains("ln_post") || name.endsWith("bias")) {
            return 0.1f;
        }
        if (tiedHead || name.endsWith("embed_tokens.weight")) {
            return 0.05f;
        }
        return (float) Math.sqrt(3.0 / ((double) count(shape) / shape[0]));
    }

    static int count(int[] shape) {
        int count = 1;
        for (int size : shape) {
            count = Math.multiplyExact(count, size);
        }
        return count;
    }

    private static long key(String name, long seed) {
        long hash = 0xCBF29CE484222325L;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
        }
        return mix(hash ^ seed);
    }

    private static long mix(long state) {
        long z = state + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /// The values as they lie in a file.
    static byte[] bytes(float[] values, ElementType type) {
        ByteBuffer bytes =
                ByteBuffer.allocate(values.length * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            switch (type) {
                case F32 -> bytes.putFloat(value);
                case BF16 -> bytes.putShort(bf16(value));
                case F16 -> bytes.putShort(Float.floatToFloat16(value));
            }
        }
        return bytes.array();
    }

    /// What is left of a value in an element type.
    static float rounded(float value, ElementType type) {
        return switch (type) {
            case F32 -> value;
            case BF16 -> Float.intBitsToFloat(bf16(value) << 16);
            case F16 -> Float.float16ToFloat(Float.floatToFloat16(value));
        };
    }

    /// To nearest, ties to even; a NaN stays one.
    private static short bf16(float value) {
        int bits = Float.floatToRawIntBits(value);
        if (Float.isNaN(value)) {
            return (short) (bits >>> 16 | 0x40);
        }
        return (short) ((bits + 0x7FFF + ((bits >>> 16) & 1)) >>> 16);
    }
}
