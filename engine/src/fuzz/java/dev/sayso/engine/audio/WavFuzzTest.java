package dev.sayso.engine.audio;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/// Gives [WavFuzz] what the fuzzer makes of a recording.
///
/// The build sets for how long.
class WavFuzzTest {

    @FuzzTest
    void survives(byte[] data) throws IOException {
        WavFuzz.fuzz(data);
    }
}
