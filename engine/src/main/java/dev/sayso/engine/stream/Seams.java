package dev.sayso.engine.stream;

import dev.sayso.engine.audio.Pcm;
import java.util.Arrays;
import java.util.OptionalInt;

/// Where to end an utterance when nobody pauses.
///
/// An utterance that has lasted 12 s ends at the next gap between phrases: the quietest 100 ms of
/// the new sound, if they are far enough below the loudness of the speech around. At first 30 dB
/// are asked for, a quarter of that at 18 s; at 20 s the quietest place will do.
///
/// Only sound that no round has heard yet is looked at: what is committed comes from before it, so
/// nothing is lost at a seam, and nothing said twice.
public final class Seams {

    /// In samples.
    private static final int EARLIEST = 12 * Pcm.RATE;

    private static final int EASIEST = 18 * Pcm.RATE;
    private static final int LATEST = 20 * Pcm.RATE;
    private static final int WINDOW = Pcm.RATE / 10;
    private static final int STEP = Pcm.RATE / 100;

    /// How much sound the loudness of the speech is taken from.
    private static final int AROUND = 8 * Pcm.RATE;

    private static final double HARDEST_DECIBELS = 30;
    private static final double EASIEST_DECIBELS = 7.5;

    private Seams() {}

    /// Where to cut; nothing when the utterance is to go on.
    ///
    /// @param sound all of the utterance
    /// @param heard samples of it that a round has heard
    public static OptionalInt find(Pcm sound, int heard) {
        int length = sound.length();
        if (length < EARLIEST || length - heard < WINDOW) {
            return OptionalInt.empty();
        }
        int quietest = quietest(sound, heard);
        double depth = decibels(speech(sound)) - decibels(energy(sound, quietest - WINDOW / 2));
        return depth >= asked(length) ? OptionalInt.of(quietest) : OptionalInt.empty();
    }

    /// The middle of the quietest 100 ms of the sound that no round has heard.
    ///
    /// @param heard samples that a round has heard; at least 100 ms must follow
    public static int quietest(Pcm sound, int heard) {
        int quietest = heard;
        double least = Double.POSITIVE_INFINITY;
        for (int at = heard; at <= sound.length() - WINDOW; at += STEP) {
            double energy = energy(sound, at);
            if (energy < least) {
                least = energy;
                quietest = at;
            }
        }
        return quietest + WINDOW / 2;
    }

    private static double asked(int length) {
        if (length >= LATEST) {
            return Double.NEGATIVE_INFINITY;
        }
        double way = Math.clamp((double) (length - EARLIEST) / (EASIEST - EARLIEST), 0, 1);
        return HARDEST_DECIBELS + way * (EASIEST_DECIBELS - HARDEST_DECIBELS);
    }

    /// What nine tenths of the last seconds are quieter than.
    private static double speech(Pcm sound) {
        int from = Math.max(0, sound.length() - AROUND);
        double[] energies = new double[(sound.length() - from) / WINDOW];
        for (int i = 0; i < energies.length; i++) {
            energies[i] = energy(sound, from + i * WINDOW);
        }
        Arrays.sort(energies);
        return energies[energies.length * 9 / 10];
    }

    /// Mean square over 100 ms.
    private static double energy(Pcm sound, int from) {
        double sum = 0;
        for (int i = from; i < from + WINDOW; i++) {
            sum += (double) sound.at(i) * sound.at(i);
        }
        return sum / WINDOW;
    }

    private static double decibels(double energy) {
        return 10 * Math.log10(energy + 1e-10);
    }
}
