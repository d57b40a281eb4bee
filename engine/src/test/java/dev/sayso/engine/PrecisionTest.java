package dev.sayso.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.checkpoint.Checkpoint;
import dev.sayso.engine.checkpoint.RowScales;
import dev.sayso.engine.checkpoint.Vocabulary;
import dev.sayso.engine.decoder.KvCache;
import dev.sayso.engine.decoder.TextDecoder;
import dev.sayso.engine.encoder.AudioEmbeddings;
import dev.sayso.engine.encoder.AudioEncoder;
import dev.sayso.engine.features.LogMel;
import dev.sayso.engine.kernel.VectorKernels;
import dev.sayso.engine.text.Prompt;
import dev.sayso.engine.text.Tokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What rounding the decoder's layers to 8 bits does to the next token's distribution, with one
/// scale for 32 inputs (the engine's) and with one for a row.
///
/// All three read the same tokens (teacher forcing), so that an early difference does not carry on.
/// Prints the rows of the table in BENCHMARKS.md. Bits don't depend on the machine, so the figures
/// don't either.
@Tag("model")
class PrecisionTest {

    /// Positions of a second of sound: the prompt's last and some drawn tokens.
    private static final int OF_A_SECOND = 4;

    private static final int ORDINARY_TOKENS = 151_643;

    private final VectorKernels kernels = new VectorKernels(2);
    private final Divergence blocks = new Divergence();
    private final Divergence rows = new Divergence();
    private long candidates;

    /// What comes after the prompt.
    private interface Teacher {
        /// The token to be read, or -1 at the end.
        ///
        /// @param chosen what the model in bf16 would say
        int next(int position, int chosen);
    }

    /// Made-up weights say a loop of noise when they are left to themselves, and after a long
    /// prompt hardly regard the last token. So the tokens are drawn, and the prompts are short and
    /// many.
    @Test
    void fullSizeWithMadeUpWeights(@TempDir Path folder) throws Exception {
        Pcm sound = FullSizeTest.clip("89s_ill_come_back_down_as_soon_as");
        List<Pcm> seconds = new ArrayList<>();
        for (int at = 0; at + Pcm.RATE <= sound.length(); at += Pcm.RATE) {
            seconds.add(sound.slice(at, at + Pcm.RATE));
        }
        Random random = new Random(3);
        Teacher drawn =
                (position, _) -> position + 1 < OF_A_SECOND ? random.nextInt(ORDINARY_TOKENS) : -1;
        Path model = FullSizeTest.models().resolve("0.6b-random");
        compare(model, folder.resolve("rows"), seconds, drawn);
        print("0.6b-random");
        assertThat(blocks.positions()).isEqualTo(seconds.size() * OF_A_SECOND).isGreaterThan(300);
        // few tokens are preferred, by small margins: see BENCHMARKS.md
        assertThat(blocks.agreement()).isGreaterThanOrEqualTo(0.96);
        assertThat(blocks.mean()).isLessThan(rows.mean());
    }

    @Test
    void theStarterModelsOwnAnswers(@TempDir Path folder) throws Exception {
        List<Pcm> sounds =
                List.of(
                        StarterModel.sample("01-unseen-female-voice"),
                        StarterModel.sample("02-unseen-female-voice-two-sentences"),
                        StarterModel.sample("03-unseen-male-voice-two-sentences"),
                        StarterModel.sample("04-known-female-voice"),
                        StarterModel.sample("05-known-male-voice"),
                        StarterModel.sample("08-long-with-pauses"));
        int[] stops;
        try (Checkpoint checkpoint = Checkpoint.open(StarterModel.FOLDER)) {
            stops = checkpoint.stopTokens();
        }
        Teacher itself =
                (_, chosen) -> IntStream.of(stops).anyMatch(id -> id == chosen) ? -1 : chosen;
        compare(StarterModel.FOLDER, folder.resolve("rows"), sounds, itself);
        print("starter");
        assertThat(blocks.agreement()).isGreaterThanOrEqualTo(0.99);
        assertThat(blocks.mean()).isLessThan(rows.mean());
    }

    private void compare(Path model, Path copy, List<Pcm> sounds, Teacher teacher)
            throws Exception {
        RowScales.copy(model, copy);
        try (Checkpoint checkpoint = Checkpoint.open(model);
                Checkpoint rowScaled = Checkpoint.open(copy);
                kernels) {
            LogMel logMel = new LogMel(128, kernels, checkpoint);
            AudioEncoder encoder = AudioEncoder.of(checkpoint, kernels, 0);
            Prompt prompt = prompt(model);
            TextDecoder[] decoders = {
                TextDecoder.of(checkpoint, false, kernels),
                TextDecoder.of(checkpoint, true, kernels),
                TextDecoder.of(rowScaled, false, kernels)
            };
            for (Pcm sound : sounds) {
                AudioEmbeddings speech = encoder.encode(logMel.extract(sound));
                compare(decoders, prompt, speech, teacher);
            }
        }
    }

    private static Prompt prompt(Path model) throws IOException {
        return Prompt.of(Tokenizer.of(Vocabulary.read(model)), "", null, null);
    }

    private void compare(
            TextDecoder[] decoders, Prompt prompt, AudioEmbeddings speech, Teacher teacher)
            throws InterruptedException {
        KvCache[] caches = new KvCache[decoders.length];
        int[] chosen = new int[decoders.length];
        for (int i = 0; i < decoders.length; i++) {
            caches[i] = decoders[i].newCache();
            chosen[i] = decoders[i].prefill(prompt.head(), speech, prompt.tail(), caches[i]);
            if (i == 1) {
                candidates += kernels.candidatePanels();
            }
        }
        judge(decoders, chosen);
        int id = teacher.next(0, chosen[0]);
        for (int position = 1; id >= 0; position++) {
            for (int i = 0; i < decoders.length; i++) {
                chosen[i] = decoders[i].step(id, caches[i]);
                if (i == 1) {
                    candidates += kernels.candidatePanels();
                }
            }
            judge(decoders, chosen);
            id = teacher.next(position, chosen[0]);
        }
    }

    private void judge(TextDecoder[] decoders, int[] chosen) {
        float[] expected = decoders[0].lastLogits();
        float[] found = decoders[1].lastLogits();
        assertThat(chosen[1]).as("by the head's copy").isEqualTo(Divergence.best(found));
        blocks.add(expected, found);
        rows.add(expected, decoders[2].lastLogits());
    }

    private void print(String model) {
        print(model, "one scale for 32 inputs", blocks);
        print(model, "one scale for a row", rows);
        System.out.printf(
                Locale.ROOT,
                "%s: exact panels of the head a token: %.2f%n",
                model,
                (double) candidates / blocks.positions());
    }

    private static void print(String model, String scheme, Divergence divergence) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %d | %d | %.2f %% | %.2e | %.2e |%n",
                model,
                scheme,
                divergence.positions(),
                divergence.tokens(),
                100 * divergence.agreement(),
                divergence.mean(),
                divergence.quantile(0.99));
    }
}
