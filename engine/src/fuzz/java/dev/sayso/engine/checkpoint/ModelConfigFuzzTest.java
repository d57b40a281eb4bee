package dev.sayso.engine.checkpoint;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/// Gives [ModelConfigFuzz] what the fuzzer makes of a config.json.
///
/// The build sets for how long.
class ModelConfigFuzzTest {

    @FuzzTest
    void survives(byte[] data) throws IOException {
        ModelConfigFuzz.fuzz(data);
    }
}
