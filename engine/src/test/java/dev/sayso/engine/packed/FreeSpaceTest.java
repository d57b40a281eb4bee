package dev.sayso.engine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeSpaceTest {

    @TempDir private Path folder;

    private static long unknown(Path folder) throws IOException {
        throw new IOException("Mount point not found");
    }

    @Test
    void isWhatTheDiskSays() {
        assertThat(FreeSpace.in(folder, _ -> 0)).isZero();
        assertThat(FreeSpace.in(folder)).isPositive().isLessThan(Long.MAX_VALUE);
    }

    @Test
    void isAskedOfTheFolderWhenItsDiskIsNotFound() {
        // no more than the whole disk: that it is about the same as before, others can spoil
        assertThat(FreeSpace.in(folder, FreeSpaceTest::unknown))
                .isPositive()
                .isLessThanOrEqualTo(folder.toFile().getTotalSpace());
    }

    @Test
    void isTakenForGrantedWhenNobodyKnows() {
        Path nowhere = folder.resolve("nowhere");
        assertThat(FreeSpace.in(nowhere, FreeSpaceTest::unknown)).isEqualTo(Long.MAX_VALUE);
    }
}
