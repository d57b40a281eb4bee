package dev.sayso.engine.checkpoint;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/// Gives [SafetensorsFuzz] what the fuzzer makes of a safetensors file.
///
/// The build sets for how long.
class SafetensorsFuzzTest {

    @FuzzTest
    void survives(byte[] data) throws IOException {
        SafetensorsFuzz.fuzz(data);
    }
}
