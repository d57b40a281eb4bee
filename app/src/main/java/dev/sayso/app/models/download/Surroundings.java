package dev.sayso.app.models.download;

import dev.sayso.app.models.FreeSpace;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;

/// The disk and the clock; tests have full disks and quick clocks.
interface Surroundings {

    /// The bytes that still fit into a folder.
    long free(Path folder) throws IOException;

    /// Opens a file, made if need be, for adding to its end.
    OutputStream append(Path file) throws IOException;

    /// Waits.
    void sleep(Duration time) throws InterruptedException;

    /// A running clock, ns.
    long nanos();

    /// Those of this machine.
    static Surroundings real() {
        return new Surroundings() {
            @Override
            public long free(Path folder) {
                long free = FreeSpace.in(folder);
                // a disk that turns out to be full says so when it is written to
                return free == FreeSpace.UNKNOWN ? Long.MAX_VALUE : free;
            }

            @Override
            public OutputStream append(Path file) throws IOException {
                // not a channel, which an interrupt would close in the middle of a write
                return new FileOutputStream(file.toFile(), true);
            }

            @Override
            public void sleep(Duration time) throws InterruptedException {
                Thread.sleep(time);
            }

            @Override
            public long nanos() {
                return System.nanoTime();
            }
        };
    }
}
