package dev.sayso.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.kernel.ElementType;
import java.util.HexFormat;
import java.util.Objects;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The made-up weights are those of an independent implementation in Python (seed 20260217).
class TinyCheckpointTest {

    private static final ModelConfig.Encoder ENCODER =
            new ModelConfig.Encoder(32, 2, 2, 64, 48, 128, 8, 50, 800);
    private static final ModelConfig.Decoder DECODER =
            new ModelConfig.Decoder(48, 96, 2, 4, 2, 16, 304, 1e-6f, 1e6, 4096, true);

    /// Name, tied, first two bf16 values and the last one, sum of all bf16 patterns.
    @ParameterizedTest
    @CsvSource({
        "audio_tower.conv2d1.weight,               true,  be0d, be20, 3ebd, 2130983",
        "audio_tower.conv_out.weight,              true,  3d9c, 3c6b, bdb8, 130608464",
        "model.embed_tokens.weight,                true,  3cc1, bca1, 3cc7, 467162465",
        "lm_head.weight,                           true,  3cc1, bca1, 3cc7, 467162465",
        "lm_head.weight,                           false, 3d2f, 3e39, be27, 471017545",
        "model.layers.1.self_attn.q_norm.weight,   true,  3f7f, 3f68, 3f89, 260089",
        "audio_tower.layers.0.final_layer_norm.bias, true, 3d4b, bd06, 3d01, 828698",
        "audio_tower.layers.0.fc1.bias,            true,  bdba, 3d84, bd4c, 2181849",
        "model.layers.1.mlp.down_proj.weight,      true,  3d18, be17, 3da6, 149542632"
    })
    void valuesAgreeWithAnIndependentGenerator(
            String tail, boolean tied, String first, String second, String last, long sum) {
        String name = "thinker." + tail;
        int[] shape = Objects.requireNonNull(shapes().get(name));
        float[] values = TinyWeights.values(name, shape, tied, 20260217);
        byte[] bytes = TinyWeights.bytes(values, ElementType.BF16);
        long total = 0;
        for (int i = 0; i < bytes.length; i += 2) {
            total += (bytes[i + 1] & 0xFF) << 8 | (bytes[i] & 0xFF);
        }
        assertThat(pattern(bytes, 0)).isEqualTo(first);
        assertThat(pattern(bytes, 1)).isEqualTo(second);
        assertThat(pattern(bytes, values.length - 1)).isEqualTo(last);
        assertThat(total).isEqualTo(sum);
    }

    private static String pattern(byte[] bytes, int index) {
        byte[] bigEndian = {bytes[2 * index + 1], bytes[2 * index]};
        return HexFormat.of().formatHex(bigEndian);
    }

    private static SortedMap<String, int[]> shapes() {
        return TinyWeights.shapes(ENCODER, DECODER, 304);
    }

    @Test
    void thereAreAsManyTensorsAsInTheIndependentGenerator() {
        assertThat(shapes()).hasSize(70);
    }

    @Test
    void aPublishedModelHasItsPublishedNumberOfTensors() {
        var encoder = new ModelConfig.Encoder(896, 18, 14, 3584, 1024, 128, 480, 50, 800);
        var decoder =
                new ModelConfig.Decoder(
                        1024, 3072, 28, 16, 8, 128, 151_936, 1e-6f, 1e6, 65_536, true);
        var shapes = TinyWeights.shapes(encoder, decoder, 151_936);
        assertThat(shapes).hasSize(612);
        long bytes = shapes.values().stream().mapToLong(s -> 2L * TinyWeights.count(s)).sum();
        // the published file's size less its header
        assertThat(bytes).isEqualTo(1_876_091_704L - 8 - 74_544);
    }

    @Test
    void theByteAlphabetIsThatOfTheStarterModel() {
        TinyTokenizer tokenizer = new TinyTokenizer();
        assertThat(tokenizer.id("Ċ")).isEqualTo('\n');
        assertThat(tokenizer.id("Ġ")).isEqualTo(' ');
        assertThat(tokenizer.id("a")).isEqualTo('a');
        assertThat(tokenizer.id("Ń")).isEqualTo(0xAD);
    }
}
