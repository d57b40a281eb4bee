package dev.sayso.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.audio.WavFile;
import dev.sayso.engine.checkpoint.Checkpoint;
import dev.sayso.engine.checkpoint.Vocabulary;
import dev.sayso.engine.decoder.KvCache;
import dev.sayso.engine.decoder.TextDecoder;
import dev.sayso.engine.encoder.AudioEmbeddings;
import dev.sayso.engine.encoder.AudioEncoder;
import dev.sayso.engine.features.LogMel;
import dev.sayso.engine.kernel.Kernels;
import dev.sayso.engine.kernel.VectorKernels;
import dev.sayso.engine.text.Prompt;
import dev.sayso.engine.text.Tokenizer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Checkpoints of full size with made-up weights, against an independent implementation in double
/// precision.
///
/// The folder named by `-Dsayso.models` has the checkpoints (`0.6b-random`, `1.7b-random`,
/// `0.6b-script`, …, made by `bench/make_random_model.py` of the folder `shared`) and, for each
/// recording, what `bench/numpy_reference.py --gelu erf --tail pad` printed:
/// `0.6b-random.jfk.txt` and so on. Recordings come from `shared/speech`.
@Tag("model")
class FullSizeTest {

    /// Of the root mean square: what f32 rounding does to the encoder's output (measured: 7e-6 for
    /// the worst of all values).
    private static final double ENCODER_BOUND = 2e-5;

    /// Of the root mean square: the reference keeps keys and values exactly, the engine in bf16,
    /// whose rounding of up to 2⁻⁹ arrives at the logits as 2e-3 to 3e-3 of their norm and 1.3e-2
    /// for the worst of all values, as it does in the reference when that rounds as well. (Against
    /// such a reference 6e-4 to 9e-4 stay: where a value lies near the middle between two bf16, f32
    /// falls to one side and f64 to the other, and each layer makes more of them.)
    private static final double LOGITS_BOUND = 1.5e-2;

    /// The reference's values are printed with six decimals.
    private static final double PRINTED = 1e-6;

    private static final Pattern SQUARES = Pattern.compile("sumsq ([0-9.]+)");
    private static final Pattern ENDS = Pattern.compile("first ([-0-9. ]+?)\\s+last ([-0-9. ]+)");
    private static final Pattern TOKEN = Pattern.compile("token \\d+: (\\d+) \\(([-0-9.]+)\\)");

    @ParameterizedTest
    @CsvSource({
        "0.6b-random, jfk",
        "0.6b-random, test_speech",
        "0.6b-random, 10s_back_down_the_road",
        "1.7b-random, jfk",
        "1.7b-random, test_speech"
    })
    void encoderLogitsAndTokensOfTheReference(String model, String clip) throws Exception {
        Path folder = models().resolve(model);
        List<String> expected = Files.readAllLines(models().resolve(model + "." + clip + ".txt"));
        try (Kernels kernels = new VectorKernels(2);
                Checkpoint checkpoint = Checkpoint.open(folder)) {
            LogMel logMel = new LogMel(128, kernels, checkpoint);
            AudioEncoder encoder = AudioEncoder.of(checkpoint, kernels, 0);
            TextDecoder decoder = TextDecoder.of(checkpoint, false, kernels);
            AudioEmbeddings speech = encoder.encode(logMel.extract(clip(clip)));
            compare("encoder  ", speech.rows().data(), expected, ENCODER_BOUND);

            Prompt prompt = Prompt.of(Tokenizer.of(Vocabulary.read(folder)), "", null, null);
            KvCache cache = decoder.newCache();
            int next = decoder.prefill(prompt.head(), speech, prompt.tail(), cache);
            double logits = compare("logits", decoder.lastLogits(), expected, LOGITS_BOUND);
            for (String line : expected) {
                Matcher token = TOKEN.matcher(line);
                if (token.find()) {
                    int id = Integer.parseInt(token.group(1));
                    assertThat(next).as(line).isEqualTo(id);
                    double logit = Double.parseDouble(token.group(2));
                    assertThat((double) decoder.lastLogits()[id])
                            .isCloseTo(logit, within(LOGITS_BOUND * logits));
                    next = decoder.step(next, cache);
                }
            }
        }
    }

    /// Compares with what was printed of a stage; gives the root mean square expected.
    ///
    /// @param bound of the root mean square, for a value; for the sum of squares, of itself
    private static double compare(
            String stage, float[] actual, List<String> expected, double bound) {
        int at = 0;
        while (!expected.get(at).startsWith(stage)) {
            at++;
        }
        Matcher squares = SQUARES.matcher(expected.get(at));
        Matcher ends = ENDS.matcher(expected.get(at + 1));
        assertThat(squares.find()).isTrue();
        assertThat(ends.find()).isTrue();
        double sum = Double.parseDouble(squares.group(1));
        double found = 0;
        for (float value : actual) {
            found += (double) value * value;
        }
        assertThat(found).as(stage + " sum of squares").isCloseTo(sum, within(bound * sum));
        double size = Math.sqrt(sum / actual.length);
        double most = bound * size + PRINTED;
        double[] first = numbers(ends.group(1));
        double[] last = numbers(ends.group(2));
        for (int i = 0; i < first.length; i++) {
            assertThat((double) actual[i]).isCloseTo(first[i], within(most));
            assertThat((double) actual[actual.length - last.length + i])
                    .isCloseTo(last[i], within(most));
        }
        return size;
    }

    private static double[] numbers(String text) {
        return Pattern.compile("\\s+")
                .splitAsStream(text.strip())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "0.6b-script, jfk, 0, 1",
        "0.6b-script, 45s_dont_be_afraid_of_me, 30, 2",
        "0.6b-script, 89s_ill_come_back_down_as_soon_as, 30, 3",
        "1.7b-script, jfk, 0, 1"
    })
    void aScriptedModelSaysItsLineForEachStretch(String model, String clip, int cut, int stretches)
            throws Exception {
        Path folder = models().resolve(model);
        String line = Files.readString(folder.resolve("script.txt")).strip();
        try (SpeechRecognizer recognizer =
                SpeechRecognizer.open(folder, EngineOptions.defaults())) {
            Hints hints = Hints.none().withStretch(Duration.ofSeconds(cut));
            Transcript transcript = recognizer.transcribe(clip(clip), hints, _ -> {});
            assertThat(transcript.segments()).hasSize(stretches);
            for (Transcript.Segment segment : transcript.segments()) {
                assertThat(segment.text()).isEqualTo(line);
            }
            assertThat(transcript.warnings()).isEmpty();
        }
    }

    static Pcm clip(String name) throws Exception {
        return WavFile.read(SharedFolder.shared("speech/" + name + ".wav")).pcm();
    }

    static Path models() {
        String folder = System.getProperty("sayso.models");
        assertThat(folder)
                .as("-Dsayso.models=FOLDER names the folder of full-size checkpoints")
                .isNotNull();
        return Path.of(folder);
    }
}
