package dev.sayso.engine.audio;

import java.util.random.RandomGenerator;

/// Sounds that are not speech, at 16 kHz, made from a seeded generator. Each has about the peak or
/// RMS of 1 and is scaled by who mixes it.
public final class GeneratedSounds {

    private GeneratedSounds() {}

    /// White noise with an RMS of 1.
    public static float[] white(RandomGenerator random, int length) {
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float) random.nextGaussian();
        }
        return samples;
    }

    /// Noise that loses 3 dB an octave, with an RMS of 1: P. Kellet's filter of white noise.
    public static float[] pink(RandomGenerator random, int length) {
        double[] poles = {0.99886, 0.99332, 0.96900, 0.86650, 0.55000, -0.7616};
        double[] gains = {0.0555179, 0.0750759, 0.1538520, 0.3104856, 0.5329522, -0.0168980};
        double[] state = new double[poles.length];
        double held = 0;
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            double white = random.nextGaussian();
            double sum = held + white * 0.5362;
            for (int p = 0; p < poles.length; p++) {
                state[p] = poles[p] * state[p] + white * gains[p];
                sum += state[p];
            }
            held = white * 0.115926;
            samples[i] = (float) sum;
        }
        return scaled(samples, 1 / rms(samples));
    }

    /// Hum of the mains with harmonics that fall off by chance, and a little hiss; an RMS of 1.
    ///
    /// @param mains 50 or 60 Hz
    public static float[] hum(RandomGenerator random, int length, double mains) {
        float[] samples = scaled(white(random, length), random.nextDouble(0.002, 0.05));
        for (int harmonic = 1; harmonic <= 20; harmonic++) {
            double level = random.nextDouble() / harmonic;
            double phase = random.nextDouble(2 * Math.PI);
            addSine(samples, 0, length, mains * harmonic, level, phase);
        }
        return scaled(samples, 1 / rms(samples));
    }

    /// Keys of a keyboard: a knock when one goes down and a softer one when it comes up, each a
    /// burst of some milliseconds that rings at a few frequencies. The loudest have a peak near 1.
    ///
    /// @param perSecond strokes a second
    public static float[] keys(RandomGenerator random, int length, double perSecond) {
        float[] samples = new float[length];
        double at = random.nextDouble(0.3) * Pcm.RATE;
        while (at < length) {
            double loud = random.nextDouble(0.4, 1);
            addKnock(random, samples, (int) at, loud);
            int up = (int) at + (int) (random.nextDouble(0.06, 0.14) * Pcm.RATE);
            addKnock(random, samples, up, loud * random.nextDouble(0.2, 0.5));
            at += random.nextDouble(0.5, 1.8) / perSecond * Pcm.RATE;
        }
        return samples;
    }

    private static void addKnock(RandomGenerator random, float[] into, int at, double loud) {
        double decay = random.nextDouble(0.002, 0.012) * Pcm.RATE;
        double[] frequency = new double[3];
        for (int r = 0; r < frequency.length; r++) {
            frequency[r] = 2 * Math.PI * random.nextDouble(300, 5000) / Pcm.RATE;
        }
        int end = Math.min(into.length, at + (int) (8 * decay));
        for (int i = at; i < end; i++) {
            double value = random.nextGaussian() / 4;
            for (double f : frequency) {
                value += Math.sin(f * (i - at)) / 4;
            }
            into[i] += (float) (loud * value * Math.exp(-(i - at) / decay));
        }
    }

    /// A steady tone with a peak of 1.
    public static float[] tone(int length, double frequency) {
        float[] samples = new float[length];
        addSine(samples, 0, length, frequency, 1, 0);
        return samples;
    }

    /// Beeps of one frequency with pauses between them, and soft ends of 5 ms.
    ///
    /// @param on how long a beep lasts, in seconds
    /// @param off how long the pause after it
    public static float[] beeps(int length, double frequency, double on, double off) {
        float[] samples = new float[length];
        int period = (int) ((on + off) * Pcm.RATE);
        for (int start = period / 2; start < length; start += period) {
            addNote(samples, start, (int) (on * Pcm.RATE), frequency, 1, Double.POSITIVE_INFINITY);
        }
        return samples;
    }

    /// Chords of three notes with harmonics, struck or held, one after the other: music as it leaks
    /// from a loudspeaker. An RMS of 1.
    ///
    /// @param perSecond chords a second
    public static float[] music(RandomGenerator random, int length, double perSecond) {
        float[] samples = new float[length];
        int step = (int) (Pcm.RATE / perSecond);
        double decay = random.nextDouble(0.3, 1.5) * Pcm.RATE;
        int[][] chords = {{0, 4, 7}, {-3, 0, 4}, {-7, -3, 0}, {-5, -1, 2}};
        for (int start = 0, n = 0; start < length; start += step, n++) {
            for (int semitone : chords[n % chords.length]) {
                double pitch = 220 * Math.pow(2, semitone / 12.0);
                double phase = random.nextDouble();
                for (int harmonic = 1; harmonic <= 8; harmonic++) {
                    double level = (0.5 + phase) / (harmonic * harmonic);
                    addNote(samples, start, step, pitch * harmonic, level, decay);
                }
            }
        }
        return scaled(samples, 1 / rms(samples));
    }

    private static void addNote(
            float[] into, int at, int length, double frequency, double level, double decay) {
        int soft = Pcm.RATE / 200;
        int end = Math.min(into.length, at + length);
        for (int i = at; i < end; i++) {
            double rise = Math.min(1, (double) (i - at) / soft);
            double fall = Math.min(1, (double) (at + length - i) / soft);
            double gain = level * rise * fall * Math.exp(-(i - at) / decay);
            into[i] += (float) (gain * Math.sin(2 * Math.PI * frequency * (i - at) / Pcm.RATE));
        }
    }

    private static void addSine(
            float[] into, int from, int to, double frequency, double level, double phase) {
        for (int i = from; i < to; i++) {
            into[i] += (float) (level * Math.sin(2 * Math.PI * frequency * i / Pcm.RATE + phase));
        }
    }

    /// Root of the mean square.
    public static double rms(float[] samples) {
        return Sounds.rms(samples, 0, samples.length);
    }

    /// All samples times a factor, in place.
    public static float[] scaled(float[] samples, double factor) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= (float) factor;
        }
        return samples;
    }
}
