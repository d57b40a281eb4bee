package dev.sayso.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;

/// Proves which vector width a test run used, so that three green runs are not the same run thrice.
class LanesTest {

    @Test
    void aForcedWidthIsTheOneInUse() {
        int forced = Integer.getInteger("dev.sayso.vectorBits", 0);
        int expected = forced == 0 ? preferredBits() : forced;
        assertThat(VectorKernels.vectorBits()).isEqualTo(expected);
        assertThat(Lanes.COUNT).isEqualTo(expected / Float.SIZE);
    }

    private static int preferredBits() {
        return Math.clamp(FloatVector.SPECIES_PREFERRED.vectorBitSize(), 128, 512);
    }
}
