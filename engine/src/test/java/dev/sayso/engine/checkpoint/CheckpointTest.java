package dev.sayso.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayso.engine.kernel.ElementType;
import dev.sayso.engine.kernel.Tensor;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    private static final String EMBEDDINGS = "thinker.model.embed_tokens.weight";
    private static final String HEAD = "thinker.lm_head.weight";

    @TempDir private Path folder;

    /// Asks for every tensor of a folder and compares every value.
    private static void assertAllThere(TinyCheckpoint tiny) throws IOException {
        try (Checkpoint checkpoint = Checkpoint.open(tiny.folder())) {
            assertThat(checkpoint.names()).hasSameSizeAs(tiny.values().keySet());
            for (Map.Entry<String, float[]> written : tiny.values().entrySet()) {
                String name = written.getKey();
                assertThat(checkpoint.has(name)).as(name).isTrue();
                Tensor tensor = checkpoint.tensor(name, tiny.shape(name));
                float[] values = new float[(int) tensor.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = tensor.at(i);
                }
                assertThat(values).as(name).isEqualTo(written.getValue());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTensorOfEveryElementTypeIsReadExactly(ElementType type) throws IOException {
        assertAllThere(TinyCheckpoint.builder().type(type).write(folder));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void shardsCutAnywhereAreReadLikeOneFile(int shards) throws IOException {
        assertAllThere(TinyCheckpoint.builder().shards(shards).write(folder));
    }

    @Test
    void tensorNamesWithoutTheirPrefixAreFoundByTheOfficialName() throws IOException {
        assertAllThere(TinyCheckpoint.builder().withoutPrefix().shards(2).write(folder));
    }

    @Test
    void vectorsAreWidened() throws IOException {
        TinyCheckpoint tiny = TinyCheckpoint.builder().type(ElementType.F16).write(folder);
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            assertThat(checkpoint.vector("thinker.model.norm.weight", 48))
                    .containsExactly(tiny.values("thinker.model.norm.weight"));
        }
    }

    @Test
    void aTiedHeadIsTheEmbeddingsAndItsCopyIsNotNeeded() throws IOException {
        TinyCheckpoint tiny = TinyCheckpoint.builder().without(HEAD).write(folder);
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            int[] shape = tiny.shape(EMBEDDINGS);
            assertThat(checkpoint.config().decoder().tied()).isTrue();
            assertThat(checkpoint.has(HEAD)).isFalse();
            assertThat(
                            checkpoint
                                    .outputHead()
                                    .data()
                                    .mismatch(checkpoint.tensor(EMBEDDINGS, shape).data()))
                    .isEqualTo(-1);
        }
    }

    @Test
    void anUntiedHeadIsItsOwnMatrix() throws IOException {
        TinyCheckpoint tiny = TinyCheckpoint.builder().tied(false).write(folder);
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            assertThat(checkpoint.config().decoder().tied()).isFalse();
            assertThat(checkpoint.outputHead().origin()).contains(HEAD);
            assertThat(checkpoint.outputHead().at(0)).isEqualTo(tiny.values(HEAD)[0]);
        }
    }

    @Test
    void anAlignersHeadHasItsOwnNumberOfRows() throws IOException {
        TinyCheckpoint.builder().aligner(50).write(folder);
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            ModelConfig config = checkpoint.config();
            int timestamp = new TinyTokenizer().id("<timestamp>");
            assertThat(config.aligner()).isEqualTo(new ModelConfig.Aligner(50, timestamp, 80));
            assertThat(config.headRows()).isEqualTo(50);
            assertThat(checkpoint.outputHead().shape()).containsExactly(50, 48);
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void stopTokensComeFromEitherFile(boolean generationConfig) throws IOException {
        TinyCheckpoint.Builder builder = TinyCheckpoint.builder();
        (generationConfig ? builder : builder.withoutGenerationConfig()).write(folder);
        TinyTokenizer tokenizer = new TinyTokenizer();
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            assertThat(checkpoint.stopTokens())
                    .containsExactlyInAnyOrder(
                            tokenizer.id("<|endoftext|>"), tokenizer.id("<|im_end|>"));
        }
    }

    @Test
    void oneStopTokenNeedNotBeAList() throws IOException {
        TinyCheckpoint.builder().write(folder);
        Files.writeString(folder.resolve("generation_config.json"), "{\"eos_token_id\": 7}");
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            assertThat(checkpoint.stopTokens()).containsExactly(7);
        }
    }

    @Test
    void aFileLargerThanTwoGibibytesIsMapped() throws IOException {
        TinyCheckpoint.builder().without(HEAD).write(folder);
        Files.delete(folder.resolve("model.safetensors"));
        long begin = 3L << 30;
        // a hole: the file takes no space on disk
        byte[] head =
                FolderEdit.safetensors(
                        "{\"thinker.model.norm.weight\":{\"dtype\":\"F32\",\"shape\":[48],"
                                + "\"data_offsets\":["
                                + begin
                                + ","
                                + (begin + 192)
                                + "]}}",
                        0);
        Path file = folder.resolve("model.safetensors");
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(head);
            out.setLength(head.length + begin + 192);
            out.seek(head.length + begin + 188);
            out.writeInt(Integer.reverseBytes(Float.floatToIntBits(2.5f)));
        }
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            float[] norm = checkpoint.vector("thinker.model.norm.weight", 48);
            assertThat(norm[0]).isZero();
            assertThat(norm[47]).isEqualTo(2.5f);
        }
    }

    @Test
    void memoryIsAlignedZeroedAndGoneAfterClose() throws IOException {
        TinyCheckpoint.builder().write(folder);
        Checkpoint checkpoint = Checkpoint.open(folder);
        checkpoint.allocate(1);
        MemorySegment memory = checkpoint.allocate(1000);
        assertThat(memory.address() % 64).isZero();
        assertThat(memory.toArray(ValueLayout.JAVA_BYTE)).containsOnly(0);
        checkpoint.close();
        assertThat(memory.scope().isAlive()).isFalse();
        assertThatThrownBy(() -> checkpoint.allocate(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void closingTwiceIsHarmlessAndReadingAfterwardsIsRefused() throws IOException {
        TinyCheckpoint.builder().write(folder);
        Checkpoint checkpoint = Checkpoint.open(folder);
        Tensor norm = checkpoint.tensor("thinker.model.norm.weight", 48);
        checkpoint.close();
        checkpoint.close();
        assertThatThrownBy(() -> norm.at(0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> checkpoint.vector("thinker.model.norm.weight", 48))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void tensorsAreReadableFromAnotherThread() throws Exception {
        TinyCheckpoint tiny = TinyCheckpoint.builder().write(folder);
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            Tensor norm = checkpoint.tensor("thinker.model.norm.weight", 48);
            float[] found = new float[1];
            Thread reader = new Thread(() -> found[0] = norm.at(5));
            reader.start();
            reader.join();
            assertThat(found[0]).isEqualTo(tiny.values("thinker.model.norm.weight")[5]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mit Umlaut äöü ß", "模型 音声", "emoji 🎤", "a b\tc", "100%25 #1?"})
    void foldersOfAnyNameOpen(String name) throws IOException {
        assertAllThere(TinyCheckpoint.builder().write(folder.resolve(name)));
    }

    @Test
    void aPathOfMoreThanThreeHundredCharactersOpens() throws IOException {
        Path deep = folder;
        while (deep.toString().length() < 400) {
            deep = deep.resolve("länge".repeat(8));
        }
        assertAllThere(TinyCheckpoint.builder().shards(2).write(deep));
    }

    @Test
    void aLinkToAFileElsewhereIsFollowed() throws IOException {
        TinyCheckpoint tiny = TinyCheckpoint.builder().write(folder.resolve("model"));
        Path blob = folder.resolve("blob");
        Path file = tiny.folder().resolve("model.safetensors");
        Files.move(file, blob);
        Files.createSymbolicLink(file, blob);
        assertAllThere(tiny);
    }
}
