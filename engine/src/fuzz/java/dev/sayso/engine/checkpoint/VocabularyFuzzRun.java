package dev.sayso.engine.checkpoint;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// Gives [VocabularyFuzz] what the fuzzer makes of a vocab.json.
///
/// The build sets for how long.
class VocabularyFuzzRun {

    @FuzzTest
    void survives(byte[] data) {
        VocabularyFuzz.fuzz(data);
    }
}
