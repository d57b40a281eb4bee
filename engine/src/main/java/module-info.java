/// Sound in, text out: Qwen3-ASR on the CPU, in plain Java.
///
/// Two packages are exported: the façade and the audio types it takes. Everything else is free to
/// change.
@org.jspecify.annotations.NullMarked
module dev.sayso.engine {
    // SIMD; only the kernel package touches it
    requires jdk.incubator.vector;
    // config.json, vocab.json, safetensors headers
    requires tools.jackson.core;
    requires static transitive org.jspecify;

    exports dev.sayso.engine;
    exports dev.sayso.engine.audio;
}
