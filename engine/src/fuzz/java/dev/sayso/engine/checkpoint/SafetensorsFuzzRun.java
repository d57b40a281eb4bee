package dev.sayso.engine.checkpoint;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// Gives [SafetensorsFuzz] what the fuzzer makes of a safetensors file.
///
/// The build sets for how long.
class SafetensorsFuzzRun {

    @FuzzTest
    void survives(byte[] data) {
        SafetensorsFuzz.fuzz(data);
    }
}
