package dev.sayso.engine.packed;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// What can run out; tests have one that does.
interface Disk {

    /// Bytes that a user may still write to the disk of a folder.
    long usableBytes(Path folder) throws IOException;

    /// Makes a file, which must not be there, to write and to map.
    FileChannel create(Path file) throws IOException;

    /// The machine's own.
    static Disk ofMachine() {
        return new Disk() {
            @Override
            public long usableBytes(Path folder) {
                return FreeSpace.in(folder);
            }

            @Override
            public FileChannel create(Path file) throws IOException {
                return FileChannel.open(
                        file,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
            }
        };
    }
}
