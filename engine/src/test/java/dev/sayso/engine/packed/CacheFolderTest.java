package dev.sayso.engine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.checkpoint.TinyCheckpoint;
import dev.sayso.engine.kernel.Packing;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {

    private static final String STRANGE = "0123456789abcdef0123456789abcdef-bf16.weights";

    @TempDir private Path temp;
    private Path folder;
    private PackedCache cache;

    @BeforeEach
    void name() {
        folder = temp.resolve("cache");
        cache = PackedCache.in(folder, "bf16").forAnySize();
    }

    private Path model(String name) throws IOException {
        return TinyCheckpoint.builder().write(temp.resolve(name)).folder();
    }

    private Set<Path> open(Path model) throws Exception {
        TinyRun.answer(model, cache, false);
        return files();
    }

    private Set<Path> files() throws IOException {
        Set<Path> files = new TreeSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(files::add);
        }
        return files;
    }

    @Test
    void listsWhatIsThere() throws Exception {
        assertThat(new CacheFolder(folder).list()).isEmpty();
        Path model = model("model");
        Path file = open(model).iterator().next();
        Files.writeString(folder.resolve(STRANGE), "not one of ours");
        Files.writeString(folder.resolve("notes.txt"), "mine");

        assertThat(new CacheFolder(folder).list())
                .extracting(CacheFolder.Kept::file)
                .containsExactlyInAnyOrder(folder.resolve(STRANGE), file);
        CacheFolder.Kept kept =
                new CacheFolder(folder)
                        .list().stream()
                                .filter(k -> k.file().equals(file))
                                .findFirst()
                                .orElseThrow();
        assertThat(kept.model()).isEqualTo(model.toRealPath().toString());
        assertThat(kept.precision()).isEqualTo("bf16");
        assertThat(kept.bytes()).isEqualTo(Files.size(file));
        assertThat(kept.lastUse())
                .isBetween(Instant.now().minusSeconds(600), Instant.now().plusSeconds(600));
    }

    @Test
    void aUseIsNoted() throws Exception {
        Path model = model("model");
        Path file = open(model).iterator().next();
        Instant longAgo = Instant.parse("2026-01-02T03:04:05Z");
        Files.setLastModifiedTime(file, FileTime.from(longAgo));
        open(model);
        assertThat(new CacheFolder(folder).list().getFirst().lastUse()).isAfter(longAgo);
    }

    @Test
    void whatKilledProcessesLeftIsDeletedWhenNobodyWritesToItAnyMore() throws Exception {
        Path model = model("model");
        Path kept = open(model).iterator().next();
        Path old = Files.createFile(CacheFolder.partOf(kept));
        Path young = Files.createFile(CacheFolder.partOf(kept));
        Path other = Files.createFile(folder.resolve("other.part"));
        FileTime before = FileTime.from(Instant.now().minus(Duration.ofMinutes(11)));
        Files.setLastModifiedTime(old, before);
        Files.setLastModifiedTime(other, before);

        assertThat(open(model)).containsExactlyInAnyOrder(kept, young, other);
    }

    @Test
    void aNewFileTakesThoseAlongThatNobodyWillRead() throws Exception {
        Path stays = model("stays");
        Path goes = model("goes");
        Path newer = model("newer");
        Path older = model("older");
        Path staying = one(stays);
        Path going = one(goes);
        Path newerFile = one(newer);
        Path olderFile = one(older);
        setLayout(newerFile, Packing.LAYOUT_VERSION + 1);
        setLayout(olderFile, Packing.LAYOUT_VERSION - 1);
        Path strange = Files.writeString(folder.resolve(STRANGE), "not one of ours");
        Path note = Files.writeString(folder.resolve("notes.txt"), "mine");
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(goes)) {
            for (Path entry : entries) {
                Files.delete(entry);
            }
        }
        Files.delete(goes);

        Path added = one(model("another"));

        assertThat(files()).containsExactlyInAnyOrder(staying, newerFile, strange, note, added);
        assertThat(going).doesNotExist();
        assertThat(olderFile).doesNotExist();
    }

    private Path one(Path model) throws Exception {
        Set<Path> before = Files.isDirectory(folder) ? files() : Set.of();
        Set<Path> after = new TreeSet<>(open(model));
        after.removeAll(before);
        assertThat(after).hasSize(1);
        return after.iterator().next();
    }

    private static void setLayout(Path file, int version) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            FileHeader header = Objects.requireNonNull(FileHeader.read(channel));
            FileHeader other =
                    new FileHeader(
                            FileHeader.FORMAT,
                            version,
                            header.contentsAt(),
                            header.contentsBytes(),
                            header.contentsSum());
            Channels.write(channel, other.encode(), 0);
        }
    }
}
