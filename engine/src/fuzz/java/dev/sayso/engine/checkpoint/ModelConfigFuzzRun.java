package dev.sayso.engine.checkpoint;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// Gives [ModelConfigFuzz] what the fuzzer makes of a config.json.
///
/// The build sets for how long.
class ModelConfigFuzzRun {

    @FuzzTest
    void survives(byte[] data) {
        ModelConfigFuzz.fuzz(data);
    }
}
