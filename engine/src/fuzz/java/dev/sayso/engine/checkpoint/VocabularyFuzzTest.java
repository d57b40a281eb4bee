package dev.sayso.engine.checkpoint;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

/// Gives [VocabularyFuzz] what the fuzzer makes of a vocab.json.
///
/// The build sets for how long.
class VocabularyFuzzTest {

    @FuzzTest
    void survives(byte[] data) throws IOException {
        VocabularyFuzz.fuzz(data);
    }
}
