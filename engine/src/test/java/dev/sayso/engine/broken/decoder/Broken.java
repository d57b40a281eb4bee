package dev.sayso.engine.broken.decoder;

import dev.sayso.engine.broken.Facade;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

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
            dev.sayso.engine.broken.features.Noun features,
            dev.sayso.engine.broken.encoder.Noun encoder) {}

    static Lock usesLock() {
        return new ReentrantLock();
    }

    static Object reflects() throws ReflectiveOperationException {
        return Broken.class.getDeclaredMethod("reflects").invoke(null);
    }
}
