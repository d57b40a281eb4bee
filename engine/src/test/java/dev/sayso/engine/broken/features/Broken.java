package dev.sayso.engine.broken.features;

import dev.sayso.engine.broken.Facade;
import java.util.stream.IntStream;

final class Broken {
    private Broken() {}

    static void importsEverything(
            Facade facade,
            dev.sayso.engine.broken.stream.Noun stream,
            dev.sayso.engine.broken.packed.Noun packed,
            dev.sayso.engine.broken.kernel.Noun kernel,
            dev.sayso.engine.broken.audio.Noun audio,
            dev.sayso.engine.broken.checkpoint.Noun checkpoint,
            dev.sayso.engine.broken.text.Noun text,
            dev.sayso.engine.broken.encoder.Noun encoder,
            dev.sayso.engine.broken.decoder.Noun decoder) {}

    static Thread startsThread() {
        return Thread.ofPlatform().start(() -> {});
    }

    static IntStream runsInParallel(IntStream frames) {
        return frames.parallel();
    }
}
