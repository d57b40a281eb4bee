package dev.sayso.engine.audio;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// Gives [WavFuzz] what the fuzzer makes of a recording.
///
/// The build sets for how long.
class WavFuzzRun {

    @FuzzTest
    void survives(byte[] data) {
        WavFuzz.fuzz(data);
    }
}
