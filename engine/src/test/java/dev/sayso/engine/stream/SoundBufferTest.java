package dev.sayso.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayso.engine.audio.Pcm;
import org.junit.jupiter.api.Test;

class SoundBufferTest {

    @Test
    void positionsAreThoseOfTheStreamHoweverMuchIsForgotten() {
        SoundBuffer buffer = new SoundBuffer();
        float[] block = new float[1600];
        for (int i = 0; i < 1000; i++) {
            for (int s = 0; s < block.length; s++) {
                block[s] = value(i * 1600L + s);
            }
            buffer.append(block, block.length);
            buffer.forgetBefore(buffer.end() - 20_000);
        }
        assertThat(buffer.end()).isEqualTo(1_600_000);
        assertThat(buffer.start()).isBetween(1_600_000L - 20_000 - Pcm.RATE, 1_600_000L - 20_000);
        Pcm part = buffer.between(1_590_000, 1_590_003);
        assertThat(part.length()).isEqualTo(3);
        assertThat(part.at(2)).isEqualTo(value(1_590_002));
        assertThatThrownBy(() -> buffer.between(0, 10))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNoSoundIsMadeOne() {
        SoundBuffer buffer = new SoundBuffer();
        buffer.append(new float[] {Float.NaN, 7, Float.NEGATIVE_INFINITY, 0.25f}, 4);
        float[] samples = new float[4];
        buffer.between(0, 4).copyTo(samples, 0);
        assertThat(samples).containsExactly(0, 1, -1, 0.25f);
    }

    private static float value(long position) {
        return position % 1000 / 1000f;
    }
}
