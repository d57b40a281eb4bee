package dev.sayso.engine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.checkpoint.TinyCheckpoint;
import dev.sayso.engine.kernel.Packing;
import dev.sayso.engine.packed.TinyRun.Answer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that is not exactly what was written is never believed: the next start says the same as
/// without it and puts a whole one in its place.
class DamagedCacheTest {

    @TempDir private Path temp;
    private Path model;
    private Path folder;
    private Path file;
    private PackedCache cache;
    private Answer expected;
    private byte[] whole;

    @BeforeEach
    void build() throws Exception {
        model = temp.resolve("model");
        folder = temp.resolve("cache");
        TinyCheckpoint.builder()
                .encoder(8, 1, 1, 8)
                .stem(16, 2)
                .decoder(8, 8, 1)
                .attention(2, 1, 4)
                .write(model);
        cache = PackedCache.in(folder, "bf16").forAnySize();
        expected = TinyRun.answer(model, cache, false);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            file = entries.iterator().next();
        }
        whole = Files.readAllBytes(file);
    }

    private void assertRebuiltFrom(byte[] damaged, String how) throws Exception {
        Files.write(file, damaged);
        assertRebuilt(how);
    }

    private void assertRebuilt(String how) throws Exception {
        assertThat(TinyRun.answer(model, cache, false)).as(how).isEqualTo(expected);
        assertThat(Files.readAllBytes(file)).as(how).isEqualTo(whole);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            assertThat(entries).as(how).containsExactly(file);
        }
    }

    @Test
    void cutAnywhere() throws Exception {
        for (int length = 0; length < whole.length; length += length < 80 ? 1 : 1999) {
            assertRebuiltFrom(Arrays.copyOf(whole, length), "cut to " + length);
        }
        assertRebuiltFrom(Arrays.copyOf(whole, whole.length - 1), "cut by one");
        assertRebuiltFrom(Arrays.copyOf(whole, whole.length + 1), "longer by one");
    }

    @Test
    void flippedAnywhere() throws Exception {
        for (int at = 0; at < whole.length; at += at < 40 ? 1 : at < FileHeader.BYTES ? 131 : 997) {
            assertRebuiltFrom(flipped(at), "flipped at " + at);
        }
        for (int at = whole.length - 300; at < whole.length; at += 7) {
            assertRebuiltFrom(flipped(at), "flipped at " + at);
        }
    }

    private byte[] flipped(int at) {
        byte[] damaged = whole.clone();
        damaged[at] ^= 0x10;
        return damaged;
    }

    @Test
    void halfWritten() throws Exception {
        byte[] unfinished = whole.clone();
        Arrays.fill(unfinished, 0, FileHeader.BYTES, (byte) 0);
        assertRebuiltFrom(unfinished, "no header");
        byte[] lost = whole.clone();
        Arrays.fill(lost, 4096, 8192, (byte) 0);
        assertRebuiltFrom(lost, "a page that never reached the disk");
    }

    @Test
    void ofAnotherVersion() throws Exception {
        FileHeader header = header();
        int format = FileHeader.FORMAT;
        int layout = Packing.LAYOUT_VERSION;
        int[][] versions = {{format, layout + 1}, {format, layout - 1}, {format + 1, layout}};
        for (int[] version : versions) {
            FileHeader other =
                    new FileHeader(
                            version[0],
                            version[1],
                            header.contentsAt(),
                            header.contentsBytes(),
                            header.contentsSum());
            byte[] changed = whole.clone();
            other.encode().get(changed, 0, FileHeader.BYTES);
            assertRebuiltFrom(changed, Arrays.toString(version));
        }
    }

    private FileHeader header() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            FileHeader header = Objects.requireNonNull(FileHeader.read(channel));
            return header;
        }
    }

    @Test
    void ofAnotherModelOrPrecision() throws Exception {
        Path other = TinyCheckpoint.builder().seed(3).write(temp.resolve("other")).folder();
        assertRebuiltFrom(onlyFileOf(other, "bf16"), "another model's");
        assertRebuiltFrom(onlyFileOf(model, "int8"), "another precision's");
    }

    private byte[] onlyFileOf(Path otherModel, String precision) throws Exception {
        Path elsewhere = Files.createTempDirectory(temp, "elsewhere");
        PackedCache there = PackedCache.in(elsewhere, precision).forAnySize();
        TinyRun.answer(otherModel, there, precision.equals("int8"));
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(elsewhere)) {
            return Files.readAllBytes(entries.iterator().next());
        }
    }

    @Test
    void hugeClaimsTakeNoMemory() throws Exception {
        byte[] changed = whole.clone();
        new FileHeader(FileHeader.FORMAT, Packing.LAYOUT_VERSION, 64, Integer.MAX_VALUE, 0)
                .encode()
                .get(changed, 0, FileHeader.BYTES);
        assertRebuiltFrom(changed, "contents of two gigabytes");
    }

    @Test
    void aFolderInItsPlaceIsNotTouched() throws Exception {
        Files.delete(file);
        Files.createDirectories(file.resolve("somebody's"));

        try (TinyRun run = new TinyRun(model, cache, false)) {
            run.packEncoder();
            run.packDecoder();
            run.checkpoint.finishPacking();
            assertThat(run.answer()).isEqualTo(expected);
            assertThat(run.checkpoint.warnings())
                    .singleElement()
                    .asString()
                    .startsWith(folder + ": the packed weights cannot be kept");
        }
        assertThat(file.resolve("somebody's")).isDirectory();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            assertThat(entries).containsExactly(file);
        }
    }

    @Test
    void contentsOfAnyBytesAreReadOrRefused() throws Exception {
        FileHeader header = header();
        int from = (int) header.contentsAt();
        byte[] contents = Arrays.copyOfRange(whole, from, whole.length);
        int refused = 0;
        for (int i = 0; i < contents.length; i++) {
            byte[] changed = contents.clone();
            changed[i] = (byte) ~changed[i];
            refused += isRefused(changed, from) ? 1 : 0;
            assertThat(isRefused(Arrays.copyOf(contents, i), from)).as("cut to " + i).isTrue();
        }
        assertThat(refused).isGreaterThan(contents.length / 10);
        assertThat(ByteBuffer.wrap(Contents.decode(contents, from).encode()))
                .isEqualTo(ByteBuffer.wrap(contents));
    }

    private static boolean isRefused(byte[] contents, long end) {
        try {
            Contents.decode(contents, end);
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
