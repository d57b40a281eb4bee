package dev.sayso.engine.audio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;

/// Recordings with pauses in noise, a detector, and how well it did.
///
/// @param name of the recordings
/// @param noise white or pink
/// @param ratio of speech to noise, in decibels
/// @param whole against all speech of the clean recording
/// @param audible against what of it lies less than 10 dB below the noise
record EndpointingTrial(
        String name, Noise noise, int ratio, EndpointingScore whole, EndpointingScore audible) {

    enum Noise {
        WHITE,
        PINK;

        private float[] make(SplittableRandom random, int length) {
            return this == WHITE
                    ? GeneratedSounds.white(random, length)
                    : GeneratedSounds.pink(random, length);
        }
    }

    /// Each recording, with other pauses and other noise each time.
    private static final int TIMES = 6;

    static final String HEADER =
            """
            | speech | noise | SNR | pauses ≥ 1 s | found | words | cut | audible only: found | cut |
            |---|---|--:|--:|--:|--:|--:|--:|--:|""";

    /// Each recording with pauses, six times.
    static List<PausedSpeech> prepare(List<Pcm> recordings) {
        List<PausedSpeech> prepared = new ArrayList<>();
        for (Pcm recording : recordings) {
            for (int time = 0; time < TIMES; time++) {
                prepared.add(PausedSpeech.of(recording, new SplittableRandom(time)));
            }
        }
        return List.copyOf(prepared);
    }

    static EndpointingTrial run(
            String name,
            List<PausedSpeech> prepared,
            Noise noise,
            int ratio,
            Function<float[], List<Span>> detector) {
        EndpointingScore whole = new EndpointingScore();
        EndpointingScore audible = new EndpointingScore();
        SplittableRandom random = new SplittableRandom(ratio);
        for (PausedSpeech speech : prepared) {
            float[] samples = speech.with(noise.make(random, speech.length()), ratio);
            List<Span> segments = detector.apply(samples);
            whole.add(speech, segments);
            audible.add(speech.audibleOver(speech.noisePower(ratio)), segments);
        }
        return new EndpointingTrial(name, noise, ratio, whole, audible);
    }

    /// A row of the table under [#HEADER].
    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d dB | %d | %.1f %% | %d | %.1f %% | %.1f %% | %.1f %% |",
                name,
                noise.name().toLowerCase(Locale.ROOT),
                ratio,
                whole.pauses(),
                whole.foundPercent(),
                whole.words(),
                whole.cutPercent(),
                audible.foundPercent(),
                audible.cutPercent());
    }
}
