package dev.sayso.engine.broken.kernel;

import dev.sayso.engine.broken.Facade;
import java.lang.foreign.Arena;

final class Broken {
    private Broken() {}

    static void importsEverything(
            Facade facade,
            dev.sayso.engine.broken.stream.Noun stream,
            dev.sayso.engine.broken.packed.Noun packed,
            dev.sayso.engine.broken.audio.Noun audio,
            dev.sayso.engine.broken.checkpoint.Noun checkpoint,
            dev.sayso.engine.broken.text.Noun text,
            dev.sayso.engine.broken.features.Noun features,
            dev.sayso.engine.broken.encoder.Noun encoder,
            dev.sayso.engine.broken.decoder.Noun decoder) {}

    static Arena opensArena() {
        return Arena.ofAuto();
    }

    static final class Counts {
        static int calls;

        private Counts() {}
    }
}
