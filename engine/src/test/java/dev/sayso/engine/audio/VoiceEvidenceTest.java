package dev.sayso.engine.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VoiceEvidenceTest {

    private static final float PERIODIC = 0.9f;

    private final VoiceEvidence evidence = new VoiceEvidence(0.6f);

    private int accept(int frames, float periodicity, float steadiness) {
        int last = 0;
        for (int i = 0; i < frames; i++) {
            last = evidence.accept(periodicity, steadiness, false);
        }
        return last;
    }

    @Test
    void countsRunsOfEightOrMore() {
        assertThat(accept(7, PERIODIC, 0)).isZero();
        assertThat(accept(1, PERIODIC, 0)).isEqualTo(8);
        assertThat(accept(5, PERIODIC, 0)).isEqualTo(13);
    }

    @Test
    void leavesOutShortRuns() {
        for (int i = 0; i < 10; i++) {
            assertThat(accept(7, PERIODIC, 0)).isZero();
            assertThat(accept(1, 0.5f, 0)).isZero();
        }
    }

    @Test
    void leavesOutTonesThatStandStill() {
        assertThat(accept(200, PERIODIC, 0.95f)).isZero();
        assertThat(accept(3, PERIODIC, 0.2f)).isEqualTo(3);
    }

    @Test
    void isMilderAfterAVoice() {
        for (int i = 0; i < 8; i++) {
            assertThat(evidence.accept(PERIODIC, 0.8f, true)).isEqualTo(i < 7 ? 0 : 8);
        }
    }

    @Test
    void forgetsAfterASecond() {
        accept(10, PERIODIC, 0);
        assertThat(accept(90, 0, 0)).isEqualTo(10);
        assertThat(accept(8, 0, 0)).isEqualTo(2);
        assertThat(accept(2, 0, 0)).isZero();
    }
}
