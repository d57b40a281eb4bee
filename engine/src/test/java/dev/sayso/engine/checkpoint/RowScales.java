package dev.sayso.engine.checkpoint;

import dev.sayso.engine.kernel.ElementType;
import dev.sayso.engine.kernel.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// Rounds a model's decoder layers to 8 bits with one scale for each row: the coarser scheme that
/// the engine does not have, to be compared with the one it has.
///
/// The copy holds the rounded values as f32, which has them all. It is a decoder without encoder.
public final class RowScales {

    private static final String MODEL = "thinker.model.";
    private static final int MOST = 127;

    private final Checkpoint source;
    private final List<Tensor> tensors = new ArrayList<>();
    private final Map<String, Object> header = new LinkedHashMap<>();
    private long end;

    private RowScales(Checkpoint source) {
        this.source = source;
    }

    /// Writes the copy of a model with tied embeddings.
    public static void copy(Path model, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(model)) {
            for (Path file : files.toList()) {
                if (Files.isRegularFile(file) && !file.toString().contains("safetensors")) {
                    Files.copy(file, folder.resolve(file.getFileName()));
                }
            }
        }
        try (Checkpoint source = Checkpoint.open(model)) {
            new RowScales(source).write(folder.resolve("model.safetensors"));
        }
    }

    private void write(Path file) throws IOException {
        ModelConfig.Decoder config = source.config().decoder();
        int hidden = config.hiddenSize();
        int inner = config.intermediateSize();
        int queries = config.heads() * config.headDim();
        int keys = config.kvHeads() * config.headDim();
        declare("embed_tokens.weight", config.vocabSize(), hidden);
        declare("norm.weight", hidden);
        for (int i = 0; i < config.layers(); i++) {
            String layer = "layers." + i + ".";
            declare(layer + "input_layernorm.weight", hidden);
            declare(layer + "post_attention_layernorm.weight", hidden);
            declare(layer + "self_attn.q_norm.weight", config.headDim());
            declare(layer + "self_attn.k_norm.weight", config.headDim());
            declare(layer + "self_attn.q_proj.weight", queries, hidden);
            declare(layer + "self_attn.k_proj.weight", keys, hidden);
            declare(layer + "self_attn.v_proj.weight", keys, hidden);
            declare(layer + "self_attn.o_proj.weight", hidden, queries);
            declare(layer + "mlp.gate_proj.weight", inner, hidden);
            declare(layer + "mlp.up_proj.weight", inner, hidden);
            declare(layer + "mlp.down_proj.weight", hidden, inner);
        }
        byte[] json = new JsonMapper().writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
        ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            writeAll(out, length.putLong(json.length).flip());
            writeAll(out, ByteBuffer.wrap(json));
            for (Tensor tensor : tensors) {
                if (isRounded(tensor)) {
                    writeRounded(out, tensor);
                } else {
                    writeAll(out, tensor.data().asByteBuffer());
                }
            }
        }
    }

    private void declare(String name, int... shape) throws IOException {
        Tensor tensor = source.tensor(MODEL + name, shape);
        tensors.add(tensor);
        boolean rounded = isRounded(tensor);
        long start = end;
        end += rounded ? tensor.size() * Float.BYTES : tensor.data().byteSize();
        header.put(
                MODEL + name,
                Map.of(
                        "dtype",
                        (rounded ? ElementType.F32 : tensor.type()).name(),
                        "shape",
                        shape,
                        "data_offsets",
                        new long[] {start, end}));
    }

    private static boolean isRounded(Tensor tensor) {
        return tensor.origin().contains("_proj.");
    }

    private static void writeRounded(FileChannel out, Tensor tensor) throws IOException {
        int cols = tensor.shape().getLast();
        float[] row = new float[cols];
        ByteBuffer bytes = ByteBuffer.allocate(cols * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < tensor.shape().getFirst(); i++) {
            tensor.read((long) i * cols, row);
            round(row);
            bytes.clear();
            for (float value : row) {
                bytes.putFloat(value);
            }
            writeAll(out, bytes.flip());
        }
    }

    /// Rounds a row to multiples of its largest magnitude's 127th part.
    static void round(float[] row) {
        float largest = 0;
        for (float value : row) {
            largest = Math.max(largest, Math.abs(value));
        }
        if (largest == 0) {
            return;
        }
        float scale = largest / MOST;
        for (int i = 0; i < row.length; i++) {
            row[i] = Math.round(row[i] / scale) * scale;
        }
    }

    private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
