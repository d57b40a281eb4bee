package dev.sayso.engine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.checkpoint.TinyCheckpoint;
import dev.sayso.engine.packed.TinyRun.Answer;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where nothing can be kept the model works all the same, and one sentence says so.
class UnwritableCacheTest {

    private static final long PLENTY = Long.MAX_VALUE / 2;

    @TempDir private Path temp;
    private Path model;
    private Path folder;
    private Answer expected;

    @BeforeEach
    void write() throws Exception {
        model =
                TinyCheckpoint.builder()
                        .encoder(8, 1, 1, 8)
                        .stem(16, 2)
                        .decoder(8, 8, 1)
                        .attention(2, 1, 4)
                        .write(temp.resolve("model"))
                        .folder();
        folder = temp.resolve("cache");
        expected = TinyRun.answer(model, null, false);
    }

    private void assertWorksWithout(Path place, Disk disk, String reason) throws Exception {
        PackedCache cache = new PackedCache(new CacheFolder(place), "bf16", 0, disk);
        try (TinyRun run = new TinyRun(model, cache, false)) {
            run.packEncoder();
            run.packDecoder();
            run.checkpoint.finishPacking();
            assertThat(run.answer()).isEqualTo(expected);
            assertThat(run.checkpoint.warnings())
                    .singleElement()
                    .asString()
                    .startsWith(place + ": the packed weights cannot be kept")
                    .contains(reason);
        }
        if (Files.isDirectory(place)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(place)) {
                assertThat(entries).isEmpty();
            }
        }
    }

    @Test
    void aDiskThatFillsUpAnywhere() throws Exception {
        TinyRun.answer(model, PackedCache.in(folder, "bf16").forAnySize(), false);
        Path file;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            file = entries.iterator().next();
        }
        long size = Files.size(file);
        Files.delete(file);
        for (long room = 0; room < size; room += size / 30) {
            assertWorksWithout(folder, new FullDisk(PLENTY, room), "No space left on device");
        }
        assertWorksWithout(folder, new FullDisk(PLENTY, size - 1), "No space left on device");
    }

    @Test
    void aDiskThatIsNearlyFullIsNotFilled() throws Exception {
        assertWorksWithout(
                folder,
                new FullDisk(200_000_000, PLENTY),
                "expected 0.3 GB of free space, found 0.2 GB");
    }

    @Test
    void aFolderThatCannotBeMade() throws Exception {
        Path file = Files.createFile(temp.resolve("file"));
        assertWorksWithout(file.resolve("cache"), Disk.ofMachine(), "");
        assertWorksWithout(file, Disk.ofMachine(), "");
    }

    @Test
    void aFolderThatMayOnlyBeRead() throws Exception {
        Disk readOnly =
                new Disk() {
                    @Override
                    public long usableBytes(Path place) {
                        return PLENTY;
                    }

                    @Override
                    public FileChannel create(Path file) throws IOException {
                        throw new AccessDeniedException(file.toString());
                    }
                };
        assertWorksWithout(folder, readOnly, "no permission to write there");
    }
}
