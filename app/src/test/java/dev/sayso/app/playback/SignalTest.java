package dev.sayso.app.playback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.audio.Pcm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignalTest {

    @ParameterizedTest
    @EnumSource
    void aSignalIsShortSoftAndWithoutClicks(Signal signal) {
        Pcm sound = signal.sound();
        assertThat(sound.seconds()).isBetween(0.1, 0.2);
        float before = 0;
        float loudest = 0;
        for (int i = 0; i < sound.length(); i++) {
            float now = sound.at(i);
            assertThat(Math.abs(now - before)).isLessThan(0.1f);
            loudest = Math.max(loudest, Math.abs(now));
            before = now;
        }
        assertThat(loudest).isBetween(0.15f, 0.25f);
        assertThat(Math.abs(before)).isLessThan(0.01f);
    }
}
