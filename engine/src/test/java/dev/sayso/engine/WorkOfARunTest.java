package dev.sayso.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.checkpoint.Checkpoint;
import dev.sayso.engine.checkpoint.ModelConfig;
import org.junit.jupiter.api.Test;

class WorkOfARunTest {

    @Test
    void isWhatTheModelsSizesSay() throws Exception {
        Pcm sound = StarterModel.sample("01-unseen-female-voice");
        Transcript.Work work;
        try (var recognizer =
                SpeechRecognizer.open(StarterModel.FOLDER, EngineOptions.defaults())) {
            work = recognizer.transcribe(sound, Hints.none(), _ -> {}).timings().work();
        }
        ModelConfig config;
        try (Checkpoint checkpoint = Checkpoint.open(StarterModel.FOLDER)) {
            config = checkpoint.config();
        }
        Workload workload = Workload.of(config, 0);
        assertThat(work.audioTokens()).isEqualTo(47);
        assertThat(work.steps()).isEqualTo(work.newTokens() - 1).isPositive();
        assertThat(work.encoderFlops()).isEqualTo(workload.encoder(sound.length() / 160));
        assertThat(work.prefillFlops()).isEqualTo(workload.prefill(work.promptTokens()));
        // f32 or bf16, every step reads more of the past than the one before it
        ModelConfig.Decoder d = config.decoder();
        long attention = 2L * d.hiddenSize() * (d.heads() + d.kvHeads()) * d.headDim();
        long weights =
                d.layers() * (attention + 3L * d.hiddenSize() * d.intermediateSize())
                        + (long) d.hiddenSize() * config.headRows();
        assertThat(work.stepBytes()).isGreaterThan(work.steps() * weights);
        assertThat(work.stepBytes()).isLessThan(work.steps() * weights * 6);
    }
}
