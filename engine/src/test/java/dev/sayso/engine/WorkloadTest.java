package dev.sayso.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sayso.engine.checkpoint.ModelConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Against the costs worked out by hand for the published sizes, in multiply-adds.
class WorkloadTest {

    private static final ModelConfig SMALL =
            config(
                    new ModelConfig.Encoder(896, 18, 14, 3584, 1024, 128, 480, 50, 800),
                    new ModelConfig.Decoder(
                            1024, 3072, 28, 16, 8, 128, 151_936, 1e-6f, 1e6, 65_536, true));

    private static final ModelConfig LARGE =
            config(
                    new ModelConfig.Encoder(1024, 24, 16, 4096, 2048, 128, 480, 50, 800),
                    new ModelConfig.Decoder(
                            2048, 6144, 28, 16, 8, 128, 151_936, 1e-6f, 1e6, 65_536, true));

    private static ModelConfig config(ModelConfig.Encoder encoder, ModelConfig.Decoder decoder) {
        return new ModelConfig(encoder, decoder, 1, 2, 3, List.of(), null);
    }

    @Test
    void eightSecondsOfTheEncoder() {
        // a window: conv1 13.8, conv2 1658.9, conv3 431.3, conv_out 89.5, layers 2254, attention
        // 43.6, projector 22.4 million for each second
        double second = Workload.of(SMALL, 0).encoder(800) / 2.0 / 8;
        assertThat(second).isCloseTo(4513.6e6, within(1e6));
        assertThat(Workload.of(LARGE, 0).encoder(800) / 2.0 / 8).isCloseTo(6240e6, within(6e6));
    }

    @Test
    void windowsDoNotSeeEachOther() {
        Workload workload = Workload.of(SMALL, 0);
        assertThat(workload.encoder(1600)).isEqualTo(2 * workload.encoder(800));
        long attention = 2L * 2 * 896 * 18 * 104 * 104;
        assertThat(workload.encoder(800) - Workload.of(SMALL, 1).encoder(800))
                .isEqualTo(attention - attention / 8);
    }

    @Test
    void aShortLastChunkIsFilledUpUnlessItIsAlone() {
        Workload workload = Workload.of(SMALL, 0);
        long stem = 2 * 480L * 9 * (50 * 64 + 480L * 25 * 32 + 480L * 13 * 16);
        long layers = 18 * (4 * 896 * 896 + 2 * 896 * 3584);
        long token = 7680 * 896 + layers + 896 * 896 + 896 * 1024;
        long attention = 2 * (14 * 14 - 13 * 13) * 896 * 18;
        assertThat(workload.encoder(101) - workload.encoder(100))
                .isEqualTo(stem + 2 * (token + attention));
        assertThat(workload.encoder(8)).isLessThan(workload.encoder(100) / 8);
    }

    @Test
    void thePromptsLastTokenAloneGoesThroughTheWholeLastLayer() {
        // a token through the layers is 440.4 million, the head 155.6 million
        Workload workload = Workload.of(SMALL, 0);
        long attention = 2L * 2048 * 28;
        assertThat(workload.prefill(1)).isEqualTo(2 * (440_401_920L + 155_582_464L + attention));
        double perToken = (workload.prefill(158) - workload.prefill(1)) / 2.0 / 157;
        double lastLayer = 1024 * 2048 + 2048 * 1024 + 3 * 1024 * 3072;
        double attended = 2.0 * 2048 * (27 * 159 / 2.0 + 1);
        assertThat(perToken).isCloseTo(440.4e6 - lastLayer + attended, within(0.2e6));
    }

    @Test
    void theLargeDecoderToo() {
        assertThat(Workload.of(LARGE, 0).prefill(1) / 2.0)
                .isCloseTo(1409.3e6 + 311.2e6, within(1e6));
    }
}
