package dev.sayso.app.playback;

import dev.sayso.engine.audio.Pcm;

/// Samples between the samples, by a windowed sinc, for devices that do not know 16 kHz.
final class Oversampling {

    /// Samples on each side of a new one.
    private static final int REACH = 12;

    private final int factor;
    private final float[][] weights;

    /// @param factor 1 leaves the sound as it is
    Oversampling(int factor) {
        this.factor = factor;
        this.weights = new float[factor][2 * REACH];
        for (int phase = 0; phase < factor; phase++) {
            for (int k = 0; k < 2 * REACH; k++) {
                weights[phase][k] = weight(k - REACH + 1 - (double) phase / factor);
            }
        }
    }

    /// A sinc under Hann's window.
    private static float weight(double distance) {
        if (distance == 0) {
            return 1;
        }
        double angle = Math.PI * distance;
        double window = 0.5 + 0.5 * Math.cos(angle / REACH);
        return (float) (Math.abs(distance) >= REACH ? 0 : Math.sin(angle) / angle * window);
    }

    int factor() {
        return factor;
    }

    /// The sample `phase` steps after the one at an index; beyond the sound is silence.
    float at(Pcm sound, int index, int phase) {
        if (phase == 0) {
            return sound.at(index);
        }
        float sum = 0;
        int first = index - REACH + 1;
        int from = Math.max(0, first);
        int to = Math.min(sound.length(), first + 2 * REACH);
        for (int i = from; i < to; i++) {
            sum += weights[phase][i - first] * sound.at(i);
        }
        return sum;
    }
}
