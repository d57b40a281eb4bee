package dev.sayso.engine.broken.packed;

import dev.sayso.engine.broken.Facade;

final class Broken {
    private Broken() {}

    static void importsEverything(
            Facade facade,
            dev.sayso.engine.broken.stream.Noun stream,
            dev.sayso.engine.broken.kernel.Noun kernel,
            dev.sayso.engine.broken.audio.Noun audio,
            dev.sayso.engine.broken.checkpoint.Noun checkpoint,
            dev.sayso.engine.broken.text.Noun text,
            dev.sayso.engine.broken.features.Noun features,
            dev.sayso.engine.broken.encoder.Noun encoder,
            dev.sayso.engine.broken.decoder.Noun decoder) {}
}
