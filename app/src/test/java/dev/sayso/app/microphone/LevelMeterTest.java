package dev.sayso.app.microphone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LevelMeterTest {

    private final List<InputLevel> levels = new ArrayList<>();
    private final LevelMeter meter = new LevelMeter(levels::add);

    private void give(int samples, float value) {
        float[] block = new float[samples];
        for (int i = 0; i < samples; i++) {
            block[i] = i % 2 == 0 ? value : -value;
        }
        meter.accept(block, samples);
    }

    @Test
    void aLevelIsToldThirtyTimesASecondWhateverTheBlocksAre() {
        for (int i = 0; i < 160; i++) {
            give(100, 0.25f);
        }
        assertThat(levels).hasSize(30);
        assertThat(levels.getLast().peak()).isEqualTo(0.25f);
        assertThat(levels.getLast().rms()).isCloseTo(0.25f, within(1e-4f));
        assertThat(levels).noneMatch(InputLevel::clipping).noneMatch(InputLevel::muted);
    }

    @Test
    void nothingAtAllIsAMutedMicrophoneWithinASecond() {
        give(16_000, 0);
        assertThat(levels.getLast().muted()).isTrue();
        give(600, 0.01f);
        assertThat(levels.getLast().muted()).isFalse();
    }

    @Test
    void noiseIsNot() {
        give(32_000, 1f / 32768);
        assertThat(levels).noneMatch(InputLevel::muted);
    }

    @Test
    void aPauseOfADeviceThatGivesTrueSilenceIsNot() {
        give(16_000, 0.1f);
        give(40_000, 0);
        assertThat(levels).noneMatch(InputLevel::muted);
        give(16_000, 0);
        assertThat(levels.getLast().muted()).isTrue();
    }

    @Test
    void clippingCanBeSeenForAMoment() {
        give(533, 1);
        give(16_000, 0.1f);
        assertThat(levels).allMatch(InputLevel::clipping);
        give(16_000, 0.1f);
        assertThat(levels.getLast().clipping()).isFalse();
    }

    @Test
    void theScaleIsTheEars() {
        assertThat(InputLevel.shown(0)).isZero();
        assertThat(InputLevel.shown(1)).isEqualTo(1);
        assertThat(InputLevel.shown(0.5f)).isCloseTo(0.89, within(0.01));
        assertThat(InputLevel.shown(0.0001f)).isZero();
    }

    @Test
    void theTrackKeepsTheNewest() {
        LevelTrack track = new LevelTrack();
        for (int i = 0; i < 3000; i++) {
            track.add(new InputLevel(i, 0, false, false));
        }
        assertThat(track.count()).isEqualTo(3000);
        assertThat(track.peak(2999)).isEqualTo(2999);
        assertThat(track.peak(1000)).isEqualTo(1000);
        assertThat(track.peak(900)).isZero();
        assertThat(track.latest().peak()).isEqualTo(2999);
    }
}
