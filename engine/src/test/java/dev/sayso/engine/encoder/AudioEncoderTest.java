package dev.sayso.engine.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.StarterModel;
import dev.sayso.engine.checkpoint.Checkpoint;
import dev.sayso.engine.features.LogMel;
import dev.sayso.engine.features.MelSpectrogram;
import dev.sayso.engine.kernel.Kernels;
import dev.sayso.engine.kernel.Matrix;
import dev.sayso.engine.kernel.VectorKernels;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudioEncoderTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 8})
    void aFinishedWindowDoesNotDependOnWhatFollows(int windowSeconds) throws Exception {
        try (Kernels kernels = new VectorKernels(2);
                Checkpoint checkpoint = Checkpoint.open(StarterModel.FOLDER)) {
            AudioEncoder encoder = AudioEncoder.of(checkpoint, kernels, windowSeconds);
            MelSpectrogram mel = mel(checkpoint, kernels);
            int seconds = windowSeconds == 0 ? 8 : windowSeconds;
            float[] whole = encoder.encode(mel).rows().data();
            float[] first = encoder.encode(head(mel, seconds * 100)).rows().data();
            int values = seconds * 13 * checkpoint.config().encoder().outputDim();
            assertThat(first).isEqualTo(Arrays.copyOf(whole, values));
        }
    }

    @Test
    void tokensFollowTheFrames() throws Exception {
        try (Kernels kernels = new VectorKernels(1);
                Checkpoint checkpoint = Checkpoint.open(StarterModel.FOLDER)) {
            AudioEncoder encoder = AudioEncoder.of(checkpoint, kernels, 0);
            MelSpectrogram mel = mel(checkpoint, kernels);
            int[] frames = {1, 8, 9, 16, 17, 96, 97, 100, 101, 200, 331};
            int[] tokens = {1, 1, 2, 2, 3, 12, 13, 13, 14, 26, 43};
            for (int i = 0; i < frames.length; i++) {
                assertThat(encoder.tokens(frames[i])).isEqualTo(tokens[i]);
                assertThat(encoder.encode(head(mel, frames[i])).tokens()).isEqualTo(tokens[i]);
            }
        }
    }

    @Test
    void aSoundLeavesNoTraceInTheNext() throws Exception {
        try (Kernels kernels = new VectorKernels(2);
                Checkpoint checkpoint = Checkpoint.open(StarterModel.FOLDER)) {
            AudioEncoder used = AudioEncoder.of(checkpoint, kernels, 0);
            MelSpectrogram mel = mel(checkpoint, kernels);
            // shorter and longer, whole chunks and not, less than a chunk, more than a batch
            for (int frames : new int[] {431, 131, 1000, 57, 200, 97, 3300, 431}) {
                MelSpectrogram sound = head(mel, frames);
                AudioEncoder fresh = AudioEncoder.of(checkpoint, kernels, 0);
                assertThat(used.encode(sound).rows().data())
                        .as("%d frames", frames)
                        .isEqualTo(fresh.encode(sound).rows().data());
            }
        }
    }

    private static MelSpectrogram mel(Checkpoint checkpoint, Kernels kernels) throws Exception {
        LogMel logMel = new LogMel(128, kernels, checkpoint);
        return logMel.extract(StarterModel.sample("08-long-with-pauses"));
    }

    private static MelSpectrogram head(MelSpectrogram mel, int frames) {
        Matrix head = new Matrix(frames, mel.frames().cols());
        for (int i = 0; i < frames; i++) {
            head.setRow(i, mel.frames(), i);
        }
        return new MelSpectrogram(head);
    }
}
