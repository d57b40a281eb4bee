package dev.sayso.engine.broken.audio;

import dev.sayso.engine.broken.Facade;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import jdk.incubator.vector.FloatVector;

final class Broken {
    private Broken() {}

    static void importsEverything(
            Facade facade,
            dev.sayso.engine.broken.stream.Noun stream,
            dev.sayso.engine.broken.packed.Noun packed,
            dev.sayso.engine.broken.kernel.Noun kernel,
            dev.sayso.engine.broken.checkpoint.Noun checkpoint,
            dev.sayso.engine.broken.text.Noun text,
            dev.sayso.engine.broken.features.Noun features,
            dev.sayso.engine.broken.encoder.Noun encoder,
            dev.sayso.engine.broken.decoder.Noun decoder) {}

    static FloatVector usesSimd() {
        return FloatVector.zero(FloatVector.SPECIES_128);
    }

    static ByteBuffer mapsFile(FileChannel channel) throws IOException {
        return channel.map(FileChannel.MapMode.READ_ONLY, 0, 1);
    }

    static void prints() {
        System.err.println("heard");
    }

    static void printsSimply() {
        IO.println("heard");
    }

    static void printsTrace(IOException trouble) {
        trouble.printStackTrace();
    }
}
