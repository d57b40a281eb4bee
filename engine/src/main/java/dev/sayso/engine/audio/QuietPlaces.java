package dev.sayso.engine.audio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Cuts a long recording where it is quiet, so that no word is cut in two.
public final class QuietPlaces {

    /// Loudness is compared over 100 ms, every 50 ms.
    private static final int WINDOW = Pcm.RATE / 10;

    private static final int STEP = Pcm.RATE / 20;

    private QuietPlaces() {}

    /// Pieces of about `target` each, in order, that together are exactly the sound.
    ///
    /// A cut is the middle of the quietest 100 ms (the first, of equals) within `search` of the
    /// target; within half the target if that is less, so that cuts cannot cross. While no more
    /// than the target and this margin is left, it stays in one piece.
    ///
    /// @param target how long a piece should be; zero leaves the sound in one piece
    /// @param search how far from the target a cut may lie
    /// @throws IllegalArgumentException when either is negative
    public static List<Span> split(Pcm pcm, Duration target, Duration search) {
        if (target.isNegative() || search.isNegative()) {
            throw new IllegalArgumentException("negative time: " + target + ", " + search);
        }
        long length = samples(target);
        long margin = Math.min(samples(search), length / 2);
        List<Span> pieces = new ArrayList<>();
        int start = 0;
        while (length > 0 && pcm.length() - start > length + margin) {
            // both within the sound, by the line above
            int middle = start + (int) length;
            int cut = quietest(pcm, middle - (int) margin, middle + (int) margin, middle);
            pieces.add(new Span(start, cut));
            start = cut;
        }
        pieces.add(new Span(start, pcm.length()));
        return List.copyOf(pieces);
    }

    private static int quietest(Pcm pcm, int from, int to, int otherwise) {
        double least = Double.POSITIVE_INFINITY;
        int best = otherwise;
        for (int at = from; at <= to - WINDOW; at += STEP) {
            double energy = 0;
            for (int i = at; i < at + WINDOW; i++) {
                energy += (double) pcm.at(i) * pcm.at(i);
            }
            if (energy < least) {
                least = energy;
                best = at + WINDOW / 2;
            }
        }
        return best;
    }

    /// Longer than any sound is as good as infinite.
    private static long samples(Duration time) {
        long seconds = Math.min(time.toSeconds(), Integer.MAX_VALUE);
        return seconds * Pcm.RATE + time.toNanosPart() * (long) Pcm.RATE / 1_000_000_000L;
    }
}
