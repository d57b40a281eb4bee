package dev.sayso.engine.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Speech into which pauses were put, with what is known of it.
///
/// A hop of 10 ms of the clean recording is speech when its energy lies less than 35 dB below the
/// loudest hop's and, in a recording with a background of its own, at least 6 dB above the 10th
/// percentile.
///
/// With noise mixed in, some of it is hidden: see [#audibleOver].
final class PausedSpeech {

    static final int HOP = Pcm.RATE / 100;

    /// Of the loudest hop's energy, 35 dB.
    private static final double DEPTH = 3.2e-4;

    /// Times the 10th percentile of the energy, 6 dB.
    private static final double BACKGROUND = 4;

    /// A gap in the speech where a pause may be put: hops.
    private static final int LEAST_GAP = 15;

    /// Speech between two pauses: hops.
    private static final int LEAST_SPEECH = 100;

    private static final double[] LENGTHS = {0.3, 0.5, 0.7, 1, 1.3, 1.7, 2, 2.5, 3};

    private final float[] clean;
    private final boolean[] speech;
    private final List<Span> pauses;

    private PausedSpeech(float[] clean, boolean[] speech, List<Span> pauses) {
        this.clean = clean;
        this.speech = speech;
        this.pauses = pauses;
    }

    /// Number of samples.
    int length() {
        return clean.length;
    }

    /// Which hops are speech.
    boolean[] speech() {
        return speech;
    }

    /// What was put in, each from the end of the last speech before to the beginning of the first
    /// after, in samples.
    List<Span> pauses() {
        return pauses;
    }

    /// Puts a pause of 0.3 to 3 s into the middle of every gap of at least 150 ms that lies at
    /// least 1 s after the pause before. A pause is filled with the recording's own background.
    static PausedSpeech of(Pcm recording, RandomGenerator random) {
        float[] samples = Sounds.array(recording);
        boolean[] speech = speech(samples);
        float[] room = background(samples, random);
        List<float[]> pieces = new ArrayList<>();
        List<boolean[]> masks = new ArrayList<>();
        List<Integer> cuts = new ArrayList<>();
        int from = 0;
        int hop = 0;
        int length = 0;
        while (hop < speech.length) {
            int gap = 0;
            while (hop + gap < speech.length && !speech[hop + gap]) {
                gap++;
            }
            boolean inside = hop > 0 && hop + gap < speech.length;
            int middle = hop + gap / 2;
            if (inside && gap >= LEAST_GAP && middle - from >= LEAST_SPEECH) {
                pieces.add(faded(samples, from, middle));
                masks.add(Arrays.copyOfRange(speech, from, middle));
                double seconds = LENGTHS[random.nextInt(LENGTHS.length)];
                int pause = (int) Math.round(seconds * 100);
                length += middle - from;
                cuts.add(length);
                pieces.add(Arrays.copyOf(room, pause * HOP));
                masks.add(new boolean[pause]);
                length += pause;
                from = middle;
            }
            hop += gap + 1;
        }
        pieces.add(faded(samples, from, speech.length));
        masks.add(Arrays.copyOfRange(speech, from, speech.length));
        return joined(pieces, masks, cuts);
    }

    private static float[] faded(float[] samples, int from, int to) {
        float[] piece = Arrays.copyOfRange(samples, from * HOP, to * HOP);
        int fade = HOP / 2;
        for (int i = 0; i < fade; i++) {
            float gain = (i + 0.5f) / fade;
            piece[i] *= gain;
            piece[piece.length - 1 - i] *= gain;
        }
        return piece;
    }

    /// 3 s of noise with the level and the spectrum of the quietest 300 ms: white noise, with these
    /// as the filter.
    private static float[] background(float[] samples, RandomGenerator random) {
        int length = 30 * HOP;
        double least = Double.POSITIVE_INFINITY;
        int quietest = 0;
        for (int at = 0; at + length <= samples.length; at += HOP) {
            double level = Sounds.rms(samples, at, at + length);
            if (level < least) {
                least = level;
                quietest = at;
            }
        }
        float[] white = GeneratedSounds.white(random, 3 * Pcm.RATE + length);
        float[] noise = new float[3 * Pcm.RATE];
        for (int i = 0; i < noise.length && least > 1e-5; i++) {
            float sum = 0;
            for (int k = 0; k < length; k++) {
                sum += samples[quietest + k] * white[i + length - k];
            }
            noise[i] = sum / (float) Math.sqrt(length);
        }
        return noise;
    }

    private static PausedSpeech joined(
            List<float[]> pieces, List<boolean[]> masks, List<Integer> cuts) {
        int hops = masks.stream().mapToInt(m -> m.length).sum();
        boolean[] mask = new boolean[hops];
        float[] samples = new float[hops * HOP];
        int at = 0;
        for (int p = 0; p < pieces.size(); p++) {
            System.arraycopy(masks.get(p), 0, mask, at, masks.get(p).length);
            System.arraycopy(pieces.get(p), 0, samples, at * HOP, pieces.get(p).length);
            at += masks.get(p).length;
        }
        List<Span> pauses = new ArrayList<>();
        for (int cut : cuts) {
            pauses.add(widened(mask, cut));
        }
        return new PausedSpeech(samples, mask, List.copyOf(pauses));
    }

    /// Which hops are speech.
    static boolean[] speech(float[] samples) {
        double[] energy = new double[samples.length / HOP];
        for (int h = 0; h < energy.length; h++) {
            energy[h] = energy(samples, h);
        }
        double[] sorted = energy.clone();
        Arrays.sort(sorted);
        double peak = sorted[sorted.length - 1];
        double background = sorted[sorted.length / 10];
        double threshold = Math.max(DEPTH * peak, BACKGROUND * background);
        boolean[] speech = new boolean[energy.length];
        for (int h = 0; h < energy.length; h++) {
            speech[h] = energy[h] > threshold;
        }
        return speech;
    }

    /// The power of the noise that is so many decibels quieter than the mean speech hop.
    double noisePower(double ratio) {
        double energy = 0;
        int hops = 0;
        for (int h = 0; h < speech.length; h++) {
            if (speech[h]) {
                energy += energy(clean, h);
                hops++;
            }
        }
        return energy / hops * Math.pow(10, -ratio / 10);
    }

    /// The sound with noise mixed in.
    ///
    /// @param noise of an RMS of 1, at least as long
    /// @param ratio of the mean power of the speech hops to that of the noise, in decibels
    float[] with(float[] noise, double ratio) {
        float level = (float) Math.sqrt(noisePower(ratio));
        float[] mixed = clean.clone();
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] += level * noise[i];
        }
        return mixed;
    }

    /// The same, but speech is only what lies less than 10 dB below noise of a power.
    PausedSpeech audibleOver(double noisePower) {
        boolean[] audible = speech.clone();
        for (int h = 0; h < audible.length; h++) {
            audible[h] &= energy(clean, h) > noisePower / 10;
        }
        List<Span> edges = new ArrayList<>();
        for (Span pause : pauses) {
            edges.add(widened(audible, (pause.start() + pause.end()) / 2 / HOP));
        }
        return new PausedSpeech(clean, audible, List.copyOf(edges));
    }

    /// The pause around a hop: from the last speech before to the first after.
    private static Span widened(boolean[] speech, int hop) {
        int start = hop;
        while (start > 0 && !speech[start - 1]) {
            start--;
        }
        int end = hop;
        while (end < speech.length && !speech[end]) {
            end++;
        }
        return new Span(start * HOP, end * HOP);
    }

    private static double energy(float[] samples, int hop) {
        double rms = Sounds.rms(samples, hop * HOP, (hop + 1) * HOP);
        return rms * rms;
    }
}
