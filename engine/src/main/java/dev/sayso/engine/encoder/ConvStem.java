package dev.sayso.engine.encoder;

import dev.sayso.engine.checkpoint.Checkpoint;
import dev.sayso.engine.checkpoint.ModelConfig;
import dev.sayso.engine.kernel.FeatureMap;
import dev.sayso.engine.kernel.Kernels;
import dev.sayso.engine.kernel.Matrix;
import dev.sayso.engine.kernel.Packing;
import dev.sayso.engine.kernel.Tensor;
import dev.sayso.engine.kernel.Weight;
import dev.sayso.engine.kernel.WorkingMatrix;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Chunks of frames to tokens: `conv2d1` to `conv2d3`, `conv_out`, and the positions.
final class ConvStem {

    private final Kernels kernels;
    private final ModelConfig.Encoder config;
    private final Weight[] conv2d = new Weight[3];
    private final float[][] conv2dBias = new float[3][];
    private final Weight convOut;
    private final Matrix positions;

    /// The last map's time steps as rows.
    private final WorkingMatrix flat;

    /// The input's map and those of the three convolutions, of as many chunks as there were at most
    /// so far; kept, since the next sound wants them again.
    private final @Nullable FeatureMap[] maps = new FeatureMap[4];

    ConvStem(Checkpoint checkpoint, String prefix, Kernels kernels) throws IOException {
        this.kernels = kernels;
        this.config = checkpoint.config().encoder();
        int channels = config.convChannels();
        int in = 1;
        for (int i = 0; i < 3; i++) {
            String name = prefix + "conv2d" + (i + 1);
            conv2d[i] =
                    packed(
                            checkpoint,
                            filterOrder(in),
                            checkpoint.tensor(name + ".weight", channels, in, 3, 3));
            conv2dBias[i] = checkpoint.vector(name + ".bias", channels);
            in = channels;
        }
        int rows = ModelConfig.Encoder.tokensOf(config.melBins());
        convOut =
                packed(
                        checkpoint,
                        stemOrder(channels, rows),
                        checkpoint.tensor(
                                prefix + "conv_out.weight", config.dModel(), channels * rows));
        flat = new WorkingMatrix(channels * rows);
        positions = sinusoids(config.tokensPerChunk(), config.dModel());
    }

    private static Weight packed(Checkpoint checkpoint, int[] order, Tensor tensor)
            throws IOException {
        return checkpoint.pack(Packing.of(tensor.type()), order, tensor);
    }

    /// The file has (channel, frequency, time); the kernel reads (time, frequency, channel).
    private static int[] filterOrder(int channels) {
        int[] order = new int[9 * channels];
        for (int time = 0; time < 3; time++) {
            for (int freq = 0; freq < 3; freq++) {
                for (int c = 0; c < channels; c++) {
                    order[(time * 3 + freq) * channels + c] = c * 9 + freq * 3 + time;
                }
            }
        }
        return order;
    }

    /// The file has (channel, row); a time step of a feature map is (row, channel).
    private static int[] stemOrder(int channels, int rows) {
        int[] order = new int[rows * channels];
        for (int row = 0; row < rows; row++) {
            for (int c = 0; c < channels; c++) {
                order[row * channels + c] = c * rows + row;
            }
        }
        return order;
    }

    /// Whisper's positions: sines, then cosines, of position · 10000^(-i / (width/2 - 1)).
    private static Matrix sinusoids(int count, int width) {
        Matrix table = new Matrix(count, width);
        int half = width / 2;
        for (int position = 0; position < count; position++) {
            for (int i = 0; i < half; i++) {
                double angle = position * StrictMath.exp(-i * StrictMath.log(10_000) / (half - 1));
                table.data()[position * width + i] = (float) StrictMath.sin(angle);
                table.data()[position * width + half + i] = (float) StrictMath.cos(angle);
            }
        }
        return table;
    }

    /// The tokens of some frames.
    ///
    /// @param frames `[frames, melBins]`
    /// @param from the first frame, the first of a chunk
    /// @param to behind the last frame
    /// @param filled whether a short last chunk is filled up with zeros
    /// @return `[tokens, dModel]`
    Matrix tokens(Matrix frames, int from, int to, boolean filled) throws InterruptedException {
        int chunkFrames = config.chunkFrames();
        int chunks = (to - from + chunkFrames - 1) / chunkFrames;
        int lastFrames = to - from - (chunks - 1) * chunkFrames;
        int times = filled || chunks > 1 ? chunkFrames : lastFrames;
        FeatureMap map = map(0, chunks, times, config.melBins(), 1);
        Arrays.fill(map.data(), 0f);
        for (int frame = from; frame < to; frame++) {
            int chunk = (frame - from) / chunkFrames;
            int at = map.offset(chunk, (frame - from) % chunkFrames, 0);
            System.arraycopy(
                    frames.data(), frame * frames.cols(), map.data(), at, config.melBins());
        }
        for (int i = 0; i < 3; i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            FeatureMap next =
                    map(
                            i + 1,
                            chunks,
                            (map.times() + 1) / 2,
                            (map.freqs() + 1) / 2,
                            config.convChannels());
            kernels.convolve(map, conv2d[i], conv2dBias[i], next);
            map = next;
        }
        int lastTokens = ModelConfig.Encoder.tokensOf(lastFrames);
        Matrix steps = flatten(map, (chunks - 1) * map.times() + lastTokens);
        Matrix tokens = new Matrix(steps.rows(), config.dModel());
        kernels.linear(steps, convOut, null, tokens);
        addPositions(tokens, map.times());
        return tokens;
    }

    /// A map whose values are to be written; the zeros around them are there.
    private FeatureMap map(int index, int chunks, int times, int freqs, int channels) {
        FeatureMap kept = maps[index];
        if (kept != null && kept.times() == times && kept.chunks() >= chunks) {
            return kept.first(chunks);
        }
        FeatureMap map = new FeatureMap(chunks, times, freqs, channels);
        maps[index] = map;
        return map;
    }

    /// A time step's rows and channels as one row of a matrix, without the padding.
    private Matrix flatten(FeatureMap map, int tokens) {
        Matrix steps = flat.of(tokens);
        int cols = steps.cols();
        for (int token = 0; token < tokens; token++) {
            int at = map.offset(token / map.times(), token % map.times(), 0);
            System.arraycopy(map.data(), at, steps.data(), token * cols, cols);
        }
        return steps;
    }

    private void addPositions(Matrix tokens, int perChunk) {
        int width = tokens.cols();
        for (int token = 0; token < tokens.rows(); token++) {
            int position = token % perChunk;
            for (int i = 0; i < width; i++) {
                tokens.data()[token * width + i] += positions.at(position, i);
            }
        }
    }
}
