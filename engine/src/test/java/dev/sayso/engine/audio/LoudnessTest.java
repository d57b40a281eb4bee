package dev.sayso.engine.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoudnessTest {

    @Test
    void leavesSoundWithinFullScaleAlone() {
        Pcm quiet = Pcm.of(new float[] {1, -1, .3f});
        Pcm none = Pcm.of(new float[0]);

        assertThat(Loudness.tame(quiet)).isSameAs(quiet);
        assertThat(Loudness.tame(none)).isSameAs(none);
    }

    @Test
    void bringsThePeakDownToFullScale() {
        Pcm tamed = Loudness.tame(Pcm.of(new float[] {1, -4, 2, 0}));

        assertThat(Sounds.array(tamed)).containsExactly(.25f, -1, .5f, 0);
    }
}
