package dev.sayso.app.recordings;

import java.nio.file.Path;
import java.time.Instant;

/// A program that records a ramp, says so each second of it, and never ends by itself.
public final class KilledRecorder {

    private KilledRecorder() {}

    public static void main(String[] args) throws Exception {
        RecordingFile file =
                new RecordingStore(Path.of(args[0])).begin(Instant.parse("2026-03-04T05:06:07Z"));
        float[] block = new float[320];
        long sample = 0;
        while (true) {
            for (int i = 0; i < block.length; i++) {
                block[i] = (sample++ % 1000) / 1000f;
            }
            file.write(block, block.length);
            if (sample % 16_000 == 0) {
                System.out.println("recorded " + sample);
            }
            Thread.sleep(1);
        }
    }
}
