package dev.sayso.engine.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// A sound in which nobody speaks.
///
/// @param kind what is heard
/// @param name kind and number, for messages
/// @param sound what is to be heard
public record SpeechlessClip(String kind, String name, Pcm sound) {

    /// A hundred clips of silence, white and pink noise, hum, keys and tones, of 3 to 8 s and at
    /// levels from hardly there to loud. In a third of them the sound begins only after a while.
    public static List<SpeechlessClip> hundred() {
        List<SpeechlessClip> clips = new ArrayList<>();
        add(clips, "silence", 10, SpeechlessClip::silence);
        add(clips, "white noise", 18, (r, n) -> level(r, GeneratedSounds.white(r, n)));
        add(clips, "pink noise", 18, (r, n) -> level(r, GeneratedSounds.pink(r, n)));
        add(clips, "hum", 18, (r, n) -> level(r, hum(r, n)));
        add(clips, "keys", 18, SpeechlessClip::keys);
        add(clips, "tones", 18, SpeechlessClip::tones);
        return List.copyOf(clips);
    }

    /// Music as it leaks into a microphone, 20 clips of 8 s.
    public static List<SpeechlessClip> music() {
        List<SpeechlessClip> clips = new ArrayList<>();
        add(clips, "music", 20, SpeechlessClip::music);
        return List.copyOf(clips);
    }

    /// The samples, within [-1, 1].
    float[] samples() {
        return Sounds.array(sound);
    }

    private interface Maker {
        float[] make(RandomGenerator random, int length);
    }

    private static void add(List<SpeechlessClip> clips, String kind, int count, Maker maker) {
        for (int i = 0; i < count; i++) {
            RandomGenerator random = new SplittableRandom(1000L * kind.hashCode() + i);
            int length = (int) (random.nextDouble(3, 8) * Pcm.RATE);
            float[] samples = maker.make(random, length);
            if (i % 3 == 2) {
                // a faint hiss remains, as where a device is switched on
                int quiet = (int) (random.nextDouble(0.5, 2) * Pcm.RATE);
                Arrays.fill(samples, 0, quiet, 0);
                float[] hiss = GeneratedSounds.white(random, length);
                mix(samples, GeneratedSounds.scaled(hiss, 3e-5));
            }
            for (int s = 0; s < length; s++) {
                samples[s] = Math.clamp(samples[s], -1f, 1f);
            }
            clips.add(new SpeechlessClip(kind, kind + " " + i, Pcm.of(samples)));
        }
    }

    /// Nothing at all, the last bit of a 16-bit converter, or a very good microphone.
    private static float[] silence(RandomGenerator random, int length) {
        float[] samples = new float[length];
        int choice = random.nextInt(3);
        if (choice == 1) {
            for (int i = 0; i < length; i++) {
                samples[i] = (random.nextInt(3) - 1) / 32768f;
            }
        } else if (choice == 2) {
            mix(samples, GeneratedSounds.scaled(GeneratedSounds.pink(random, length), 1e-4));
        }
        return samples;
    }

    private static float[] hum(RandomGenerator random, int length) {
        return GeneratedSounds.hum(random, length, random.nextBoolean() ? 50 : 60);
    }

    private static float[] keys(RandomGenerator random, int length) {
        float[] samples = GeneratedSounds.keys(random, length, random.nextDouble(1.5, 8));
        GeneratedSounds.scaled(samples, decibels(random.nextDouble(-30, -3)));
        mix(samples, room(random, length));
        return samples;
    }

    private static float[] tones(RandomGenerator random, int length) {
        double frequency = random.nextDouble(100, 3000);
        float[] samples =
                random.nextBoolean()
                        ? GeneratedSounds.tone(length, frequency)
                        : GeneratedSounds.beeps(
                                length,
                                frequency,
                                random.nextDouble(0.05, 1),
                                random.nextDouble(0.1, 1));
        GeneratedSounds.scaled(samples, decibels(random.nextDouble(-40, -6)));
        mix(samples, room(random, length));
        return samples;
    }

    private static float[] music(RandomGenerator random, int length) {
        float[] samples = GeneratedSounds.music(random, length, random.nextDouble(0.5, 4));
        GeneratedSounds.scaled(samples, decibels(random.nextDouble(-55, -25)));
        mix(samples, room(random, length));
        return samples;
    }

    /// What a room sounds like when all are silent.
    private static float[] room(RandomGenerator random, int length) {
        float[] noise = GeneratedSounds.pink(random, length);
        return GeneratedSounds.scaled(noise, decibels(random.nextDouble(-75, -55)));
    }

    private static float[] level(RandomGenerator random, float[] samples) {
        return GeneratedSounds.scaled(samples, decibels(random.nextDouble(-70, -15)));
    }

    static double decibels(double level) {
        return Math.pow(10, level / 20);
    }

    static void mix(float[] into, float[] other) {
        for (int i = 0; i < into.length; i++) {
            into[i] += other[i];
        }
    }
}
