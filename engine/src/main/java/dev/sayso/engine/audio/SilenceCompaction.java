package dev.sayso.engine.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Takes long silences out of a recording.
///
/// The rule is the reference engine's: loudness every 10 ms, smoothed; voice is what is louder
/// than 1.8 times the noise floor (within limits); of every silence the first 600 ms stay. Where
/// that rule has weak points this one differs:
///
/// - smoothing looks both ways, and 100 ms before a voice are kept, so that a soft onset is not
///   lost;
/// - the noise floor is the 10th percentile, not the 25th: speech without a pause is no noise;
/// - the limits of the threshold, 0.002 and 0.025, give way to a tenth of the loud level (20 dB
///   below the 95th percentile), so that a faint recording stays whole and a loud hum can be
///   taken out;
/// - a joint is a cross-fade of 10 ms between the end of one silence and the end of what was cut.
public final class SilenceCompaction {

    /// Samples of a window, 10 ms.
    private static final int WINDOW = Pcm.RATE / 100;

    /// In windows.
    private static final int SHORTEST_VOICE = 5;

    private static final int KEPT_BEFORE = 10;
    private static final int KEPT_AFTER = 3 + 60;
    private static final int KEPT_OF_NOTHING = 50;

    /// Less is not worth a joint, which needs samples to fade in from.
    private static final int SHORTEST_CUT = 2;

    private static final float SMOOTHING = 0.2f;

    private SilenceCompaction() {}

    /// The sound without its long silences; the same sound when there are none.
    ///
    /// When all of it is silence, its first half second is left.
    public static CompactedSound of(Pcm pcm) {
        List<Span> kept = keep(pcm);
        if (kept.size() == 1 && kept.getFirst().length() == pcm.length()) {
            return new CompactedSound(pcm, kept);
        }
        return new CompactedSound(join(pcm, kept), kept);
    }

    private static List<Span> keep(Pcm pcm) {
        if (pcm.length() == 0) {
            return List.of();
        }
        float[] loudness = smooth(loudness(pcm));
        boolean[] voice = voice(loudness, threshold(loudness));
        List<Span> kept = new ArrayList<>();
        int start = 0;
        // a recording starts as if a voice had just ended: its first silence is kept like any other
        int silentFrom = KEPT_AFTER - 3;
        for (int w = 0; w <= voice.length; w++) {
            boolean last = w == voice.length;
            if (!last && !voice[w]) {
                continue;
            }
            int resume = last ? w : Math.max(0, w - KEPT_BEFORE);
            if (resume - silentFrom >= SHORTEST_CUT) {
                kept.add(new Span(start * WINDOW, silentFrom * WINDOW));
                start = resume;
            }
            silentFrom = w + 1 + KEPT_AFTER;
        }
        if (start < voice.length) {
            kept.add(new Span(start * WINDOW, pcm.length()));
        }
        boolean nothing = kept.size() == 1 && !contains(voice);
        int half = Math.min(pcm.length(), KEPT_OF_NOTHING * WINDOW);
        return nothing ? List.of(new Span(0, half)) : kept;
    }

    /// RMS of every window.
    private static float[] loudness(Pcm pcm) {
        float[] rms = new float[(pcm.length() - 1) / WINDOW + 1];
        for (int w = 0; w < rms.length; w++) {
            int from = w * WINDOW;
            int to = Math.min(pcm.length(), from + WINDOW);
            double energy = 0;
            for (int i = from; i < to; i++) {
                energy += (double) pcm.at(i) * pcm.at(i);
            }
            rms[w] = (float) Math.sqrt(energy / (to - from));
        }
        return rms;
    }

    /// The mean of an exponential smoothing forwards and one backwards.
    private static float[] smooth(float[] values) {
        float[] result = new float[values.length];
        float level = values[0];
        for (int i = 0; i < values.length; i++) {
            level += SMOOTHING * (values[i] - level);
            result[i] = level / 2;
        }
        level = values[values.length - 1];
        for (int i = values.length - 1; i >= 0; i--) {
            level += SMOOTHING * (values[i] - level);
            result[i] += level / 2;
        }
        return result;
    }

    private static float threshold(float[] loudness) {
        float[] sorted = loudness.clone();
        Arrays.sort(sorted);
        float floor = sorted[(sorted.length - 1) / 10];
        float loud = sorted[(int) ((sorted.length - 1) * 0.95)];
        return Math.clamp(1.8f * floor, Math.min(0.002f, loud / 10), Math.max(0.025f, loud / 10));
    }

    /// Which windows are louder than the threshold for long enough.
    private static boolean[] voice(float[] loudness, float threshold) {
        boolean[] voice = new boolean[loudness.length];
        int run = 0;
        for (int w = 0; w <= loudness.length; w++) {
            if (w < loudness.length && loudness[w] > threshold) {
                run++;
            } else {
                if (run >= SHORTEST_VOICE) {
                    Arrays.fill(voice, w - run, w, true);
                }
                run = 0;
            }
        }
        return voice;
    }

    private static boolean contains(boolean[] voice) {
        for (boolean v : voice) {
            if (v) {
                return true;
            }
        }
        return false;
    }

    /// Puts the pieces together; the end of each fades into what comes before the next.
    private static Pcm join(Pcm pcm, List<Span> kept) {
        int length = kept.stream().mapToInt(Span::length).sum();
        float[] result = new float[length];
        int at = 0;
        for (int k = 0; k < kept.size(); k++) {
            Span piece = kept.get(k);
            piece.of(pcm).copyTo(result, at);
            at += piece.length();
            if (k + 1 < kept.size()) {
                fade(pcm, kept.get(k + 1).start() - WINDOW, result, at - WINDOW);
            }
        }
        return Pcm.of(result);
    }

    private static void fade(Pcm pcm, int from, float[] result, int at) {
        for (int i = 0; i < WINDOW; i++) {
            float share = (i + 0.5f) / WINDOW;
            result[at + i] += share * (pcm.at(from + i) - result[at + i]);
        }
    }
}
