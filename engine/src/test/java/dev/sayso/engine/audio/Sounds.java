package dev.sayso.engine.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.random.RandomGenerator;

/// Sounds to test with, and small ways to look at them.
final class Sounds {

    private Sounds() {}

    static float[] array(Pcm pcm) {
        float[] samples = new float[pcm.length()];
        pcm.copyTo(samples, 0);
        return samples;
    }

    static Recording read(byte[] file) throws IOException {
        return WavFile.read(new ByteArrayInputStream(file), "talk.wav");
    }

    static float[] samples(byte[] file) throws IOException {
        return array(read(file).pcm());
    }

    static float[] noise(RandomGenerator random, int length, float peak) {
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = peak * (2 * random.nextFloat() - 1);
        }
        return samples;
    }

    static float[] tone(double frequency, int rate, int length) {
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float) Math.sin(2 * Math.PI * frequency * i / rate);
        }
        return samples;
    }

    static double rms(float[] samples, int from, int to) {
        double energy = 0;
        for (int i = from; i < to; i++) {
            energy += (double) samples[i] * samples[i];
        }
        return Math.sqrt(energy / (to - from));
    }

    /// Hands bytes out in pieces of at most so many, as a slow pipe does.
    static InputStream dribble(byte[] bytes, int most) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, most));
            }
        };
    }
}
