package dev.sayso.engine.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayso.engine.checkpoint.TinyCheckpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelKeyTest {

    private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-02T03:04:05Z"));

    @TempDir private Path temp;
    private Path model;
    private Path weights;
    private ModelKey key;

    @BeforeEach
    void write() throws IOException {
        model = TinyCheckpoint.builder().write(temp.resolve("model")).folder();
        weights = model.resolve("model.safetensors");
        Files.setLastModifiedTime(weights, TIME);
        key = ModelKey.of(model);
    }

    @Test
    void theSameModelHasTheSameKey() throws IOException {
        assertThat(ModelKey.of(model)).isEqualTo(key);
        assertThat(key.hash()).matches("[0-9a-f]{64}");
        assertThat(key.weightBytes()).isEqualTo(Files.size(weights));
        assertThat(ModelKey.of(Files.createSymbolicLink(temp.resolve("link"), model)))
                .isEqualTo(key);
        Files.writeString(model.resolve("README.md"), "of no weight");
        assertThat(ModelKey.of(model)).isEqualTo(key);
    }

    @Test
    void whatIsChangedInPlaceIsSeenThoughSizeAndTimeAreAsBefore() throws IOException {
        try (FileChannel channel = FileChannel.open(weights, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {1, 2}), channel.size() - 2);
        }
        Files.setLastModifiedTime(weights, TIME);
        assertThat(ModelKey.of(model)).isNotEqualTo(key);
    }

    @Test
    void anotherFileOfTheSameSizeAndTimeIsSeen() throws IOException {
        Path other = TinyCheckpoint.builder().seed(4).write(temp.resolve("other")).folder();
        Path theirs = other.resolve("model.safetensors");
        assertThat(Files.size(theirs)).isEqualTo(Files.size(weights));
        Files.setLastModifiedTime(theirs, TIME);
        Files.move(theirs, weights, StandardCopyOption.REPLACE_EXISTING);
        assertThat(ModelKey.of(model)).isNotEqualTo(key);
    }

    @Test
    void anotherVocabularyIsSeen() throws IOException {
        for (String name : new String[] {"vocab.json", "merges.txt"}) {
            ModelKey before = ModelKey.of(model);
            Files.writeString(model.resolve(name), "other");
            assertThat(ModelKey.of(model)).as(name).isNotEqualTo(before);
        }
    }

    @Test
    void aNewTimeACopyAndAnotherConfigAreSeen() throws IOException {
        Files.setLastModifiedTime(weights, FileTime.from(TIME.toInstant().plusMillis(5)));
        assertThat(ModelKey.of(model)).isNotEqualTo(key);
        Files.setLastModifiedTime(weights, TIME);

        Path copy = Files.createDirectory(temp.resolve("copy"));
        for (String name : new String[] {"config.json", "model.safetensors"}) {
            Files.copy(model.resolve(name), copy.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
        }
        assertThat(ModelKey.of(copy)).isNotEqualTo(key);

        ModelKey before = ModelKey.of(model);
        Path config = model.resolve("config.json");
        FileTime time = Files.getLastModifiedTime(config);
        Files.writeString(config, Files.readString(config).replace("silu", "SiLU"));
        Files.setLastModifiedTime(config, time);
        assertThat(ModelKey.of(model)).isNotEqualTo(before);
    }

    @Test
    void whatIsNotThereHasNone() throws IOException {
        assertThatThrownBy(() -> ModelKey.of(temp.resolve("none"))).isInstanceOf(IOException.class);
        assertThat(PackedCache.keyOf(temp.resolve("none"))).isNull();
    }
}
