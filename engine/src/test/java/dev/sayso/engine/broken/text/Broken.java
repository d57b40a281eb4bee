package dev.sayso.engine.broken.text;

import dev.sayso.engine.broken.Facade;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

final class Broken {
    private Broken() {}

    static void importsEverything(
            Facade facade,
            dev.sayso.engine.broken.stream.Noun stream,
            dev.sayso.engine.broken.packed.Noun packed,
            dev.sayso.engine.broken.kernel.Noun kernel,
            dev.sayso.engine.broken.audio.Noun audio,
            dev.sayso.engine.broken.checkpoint.Noun checkpoint,
            dev.sayso.engine.broken.features.Noun features,
            dev.sayso.engine.broken.encoder.Noun encoder,
            dev.sayso.engine.broken.decoder.Noun decoder) {}

    static MemorySegment usesForeignMemory() {
        return MemorySegment.NULL;
    }

    static @Nullable String readsProperty() {
        return System.getProperty("sayso.text");
    }

    static @Nullable Integer readsNumber() {
        return Integer.getInteger("sayso.text");
    }
}
