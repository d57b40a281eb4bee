package dev.sayso.engine;

import static dev.sayso.engine.checkpoint.GoldenTensors.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.checkpoint.Checkpoint;
import dev.sayso.engine.checkpoint.GoldenTensors;
import dev.sayso.engine.checkpoint.Vocabulary;
import dev.sayso.engine.decoder.KvCache;
import dev.sayso.engine.decoder.TextDecoder;
import dev.sayso.engine.encoder.AudioEmbeddings;
import dev.sayso.engine.encoder.AudioEncoder;
import dev.sayso.engine.features.LogMel;
import dev.sayso.engine.features.MelSpectrogram;
import dev.sayso.engine.kernel.Kernels;
import dev.sayso.engine.kernel.Matrix;
import dev.sayso.engine.kernel.ScalarKernels;
import dev.sayso.engine.kernel.VectorKernels;
import dev.sayso.engine.text.Prompt;
import dev.sayso.engine.text.Tokenizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every stage gives what the independent forward pass gives.
class StagesGoldenTest {

    @ParameterizedTest
    @CsvSource({
        "vector, 01-unseen-female-voice, 362, 47",
        "vector, 03-unseen-male-voice-two-sentences, 528, 69",
        "scalar, 01-unseen-female-voice, 362, 47"
    })
    void melEncoderLogitsAndTokens(String arithmetic, String sample, int frames, int tokens)
            throws Exception {
        try (Kernels kernels =
                        arithmetic.equals("scalar") ? new ScalarKernels() : new VectorKernels(2);
                Checkpoint checkpoint = Checkpoint.open(StarterModel.FOLDER)) {
            LogMel logMel = new LogMel(128, kernels, checkpoint);
            MelSpectrogram mel = logMel.extract(StarterModel.sample(sample));
            float[] expectedMel = GoldenTensors.read(sample, "mel", 128, frames);
            assertClose(transposed(mel.frames()), expectedMel, frames, 1e-3);

            AudioEncoder encoder = AudioEncoder.of(checkpoint, kernels, 0);
            AudioEmbeddings speech = encoder.encode(mel);
            int hidden = checkpoint.config().decoder().hiddenSize();
            float[] expectedSpeech = GoldenTensors.read(sample, "encoder", tokens, hidden);
            assertClose(speech.rows().data(), expectedSpeech, hidden, 1e-3);

            TextDecoder decoder = TextDecoder.of(checkpoint, false, kernels);
            KvCache cache = decoder.newCache();
            Tokenizer tokenizer = Tokenizer.of(Vocabulary.read(StarterModel.FOLDER));
            Prompt prompt = Prompt.of(tokenizer, "", null, null);
            int next = decoder.prefill(prompt.head(), speech, prompt.tail(), cache);
            float[] logits = decoder.lastLogits();
            float[] expected = GoldenTensors.read(sample, "logits", logits.length);
            // keys and values are remembered in bf16
            assertClose(logits, expected, logits.length, 5e-3);

            for (float id : GoldenTensors.read(sample, "ids", answerLength(sample))) {
                assertThat(next).isEqualTo((int) id);
                next = decoder.step(next, cache);
            }
            assertThat(checkpoint.stopTokens()).contains(next);
        }
    }

    private static int answerLength(String sample) {
        return sample.startsWith("01") ? 11 : 19;
    }

    private static float[] transposed(Matrix frames) {
        float[] values = new float[frames.data().length];
        for (int frame = 0; frame < frames.rows(); frame++) {
            for (int bin = 0; bin < frames.cols(); bin++) {
                values[bin * frames.rows() + frame] = frames.at(frame, bin);
            }
        }
        return values;
    }
}
