package dev.sayso.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.checkpoint.Checkpoint;
import dev.sayso.engine.kernel.Kernels;
import dev.sayso.engine.kernel.VectorKernels;
import dev.sayso.engine.stream.Caches;
import dev.sayso.engine.stream.RoundDecoder;
import dev.sayso.engine.stream.Utterance;
import dev.sayso.engine.stream.Work;
import dev.sayso.engine.text.Prompt;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An answer that is known is not decoded again, and is what decoding again would give.
class UtteranceTest {

    private static final int PLENTY = 200;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheLastRoundHasHeardToItsEndNeedsNoWork(boolean conditioned) throws Exception {
        EngineOptions options = EngineOptions.defaults();
        try (Kernels kernels = new VectorKernels(2);
                Checkpoint checkpoint = Checkpoint.open(StarterModel.FOLDER)) {
            StretchDecoder model = StretchDecoder.of(checkpoint, kernels, options);
            Prompt prompt = model.prompt(Hints.none(), null);
            // as long, but not the one that the rounds are given
            Prompt twin = model.prompt(Hints.none(), null);
            RoundDecoder rounds = model.rounds(Caches.all(), new Costs());
            Utterance utterance =
                    new Utterance(
                            rounds,
                            model.tokenizer(),
                            new Utterance.Rules(prompt, conditioned, 24));
            Pcm all = StarterModel.sample("05-known-male-voice");
            Random random = new Random(4);
            int known = 0;
            int heard = 0;
            for (int end = 4_000; end < all.length(); end += 4_000 + random.nextInt(30_000)) {
                Pcm sound = all.slice(0, end);
                utterance.hear(sound);
                int[] decoded = utterance.whole(sound, twin, PLENTY);
                Work before = rounds.work();
                assertThat(utterance.whole(sound, prompt, PLENTY)).isEqualTo(decoded);
                Work work = rounds.work().since(before);
                known += work.read() == 0 ? 1 : 0;
                heard++;
                // others could come out otherwise, so they are decoded
                utterance.whole(sound, prompt, 1);
                utterance.whole(all.slice(0, end - 800), prompt, PLENTY);
                assertThat(rounds.work().since(before).read()).isGreaterThan(work.read());
            }
            assertThat(known).isBetween(heard / 2, heard - 1);
        }
    }
}
