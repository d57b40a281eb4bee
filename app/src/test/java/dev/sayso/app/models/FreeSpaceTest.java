package dev.sayso.app.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeSpaceTest {

    @TempDir Path folder;

    private static long unknown(Path folder) throws IOException {
        throw new IOException("Mount point not found");
    }

    @Test
    void isWhatTheDiskSays() {
        assertThat(FreeSpace.in(folder, _ -> 0)).isZero();
        assertThat(FreeSpace.in(folder)).isPositive();
    }

    @Test
    void isAskedOfTheFolderWhenItsDiskIsNotFound() {
        assertThat(FreeSpace.in(folder, FreeSpaceTest::unknown))
                .isPositive()
                .isLessThanOrEqualTo(folder.toFile().getTotalSpace());
    }

    @Test
    void isUnknownWhereNothingIs() {
        Path nowhere = folder.resolve("nowhere");
        assertThat(FreeSpace.in(nowhere)).isEqualTo(FreeSpace.UNKNOWN);
        assertThat(FreeSpace.in(nowhere, FreeSpaceTest::unknown)).isEqualTo(FreeSpace.UNKNOWN);
    }
}
