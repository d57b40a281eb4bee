package dev.sayso.engine.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayso.engine.checkpoint.TinyCheckpoint;
import dev.sayso.engine.checkpoint.Vocabulary;
import dev.sayso.engine.kernel.ElementType;
import dev.sayso.engine.packed.TinyRun.Answer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.foreign.Arena;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Kept or not, and whatever happens meanwhile: a model says the same.
class PackedCacheTest {

    @TempDir private Path temp;
    private Path model;
    private Path folder;
    private PackedCache cache;

    @BeforeEach
    void name() {
        model = temp.resolve("model");
        folder = temp.resolve("a/cache");
        cache = PackedCache.in(folder, "bf16").forAnySize();
    }

    private List<String> files() throws IOException {
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                entries.forEach(entry -> names.add(entry.getFileName().toString()));
            }
        }
        return names;
    }

    private byte[] onlyFile() throws IOException {
        assertThat(files()).hasSize(1);
        return Files.readAllBytes(folder.resolve(files().getFirst()));
    }

    @ParameterizedTest
    @CsvSource({
        "BF16, 1, true, false",
        "BF16, 3, true, true",
        "BF16, 2, false, false",
        "F16, 1, true, false",
        "F16, 1, false, true",
        "F32, 2, true, false",
        "F32, 1, true, true"
    })
    void everyStartSaysTheSame(ElementType type, int shards, boolean tied, boolean eightBit)
            throws Exception {
        TinyCheckpoint.builder().type(type).shards(shards).tied(tied).write(model);

        Answer without = TinyRun.answer(model, null, eightBit);
        Answer first = TinyRun.answer(model, cache, eightBit);
        byte[] written = onlyFile();
        Object identity = Files.getAttribute(folder.resolve(files().getFirst()), "fileKey");
        Answer second = TinyRun.answer(model, cache, eightBit);

        assertThat(first).isEqualTo(without);
        assertThat(second).isEqualTo(without);
        assertThat(onlyFile()).isEqualTo(written);
        assertThat(Files.getAttribute(folder.resolve(files().getFirst()), "fileKey"))
                .as("the very file that was written first")
                .isEqualTo(identity);
    }

    @Test
    void whatAnotherModelIsSaysAnotherThing() throws Exception {
        TinyCheckpoint.builder().write(model);
        Answer one = TinyRun.answer(model, cache, false);
        TinyCheckpoint.builder().seed(5).write(model);

        Answer other = TinyRun.answer(model, cache, false);

        assertThat(other).isNotEqualTo(one).isEqualTo(TinyRun.answer(model, null, false));
        assertThat(files()).as("the file of the model that was there before is gone").hasSize(1);
    }

    @Test
    void theVocabularyIsKeptWithTheWeights() throws Exception {
        TinyCheckpoint.builder().write(model);
        Vocabulary read;
        try (TinyRun first = new TinyRun(model, cache, false)) {
            read = first.checkpoint.vocabulary();
            first.packEncoder();
            first.packDecoder();
            first.checkpoint.finishPacking();
        }
        byte[] written = onlyFile();
        ModelKey key = ModelKey.of(model);
        try (PackedStore kept = cache.open(key, bytes -> Arena.ofAuto().allocate(bytes))) {
            assertThat(kept.kept("vocabulary")).isNotNull();
            assertThat(kept.kept("another")).isNull();
        }
        try (TinyRun second = new TinyRun(model, cache, false)) {
            Vocabulary again = second.checkpoint.vocabulary();
            assertThat(again.size()).isEqualTo(read.size());
            for (int id = 0; id < read.size(); id++) {
                assertThat(again.bytes(id)).isEqualTo(read.bytes(id));
            }
            second.packEncoder();
            second.packDecoder();
            second.checkpoint.finishPacking();
        }
        assertThat(onlyFile()).isEqualTo(written);
    }

    @Test
    void precisionsLieSideBySide() throws Exception {
        TinyCheckpoint.builder().write(model);
        PackedCache eightBit = PackedCache.in(folder, "int8").forAnySize();
        Answer exact = TinyRun.answer(model, cache, false);
        Answer rounded = TinyRun.answer(model, eightBit, true);

        assertThat(files()).hasSize(2);
        assertThat(TinyRun.answer(model, cache, false)).isEqualTo(exact).isNotEqualTo(rounded);
        assertThat(TinyRun.answer(model, eightBit, true)).isEqualTo(rounded);
    }

    @Test
    void aSmallModelIsNotKept() throws Exception {
        TinyCheckpoint.builder().write(model);

        TinyRun.answer(model, PackedCache.in(folder, "bf16"), false);

        assertThat(folder).doesNotExist();
    }

    @Test
    void aFileThatLacksSomethingIsReplacedAtTheNextStart() throws Exception {
        TinyCheckpoint.builder().write(model);
        try (TinyRun run = new TinyRun(model, cache, false)) {
            run.packEncoder();
            run.checkpoint.finishPacking();
        }
        assertThat(files()).hasSize(1);

        Answer answer = TinyRun.answer(model, cache, false);
        assertThat(answer).isEqualTo(TinyRun.answer(model, null, false));
        assertThat(files()).isEmpty();

        assertThat(TinyRun.answer(model, cache, false)).isEqualTo(answer);
        assertThat(files()).hasSize(1);
    }

    @Test
    void openingMayAskInAnyOrder() throws Exception {
        TinyCheckpoint.builder().write(model);
        Answer expected = TinyRun.answer(model, cache, false);
        byte[] written = onlyFile();
        try (TinyRun run = new TinyRun(model, cache, false)) {
            run.packDecoder();
            run.packEncoder();
            run.checkpoint.finishPacking();
            assertThat(run.answer()).isEqualTo(expected);
        }
        assertThat(onlyFile()).isEqualTo(written);
    }

    @Test
    void whoeverOfTwoEndsLastPutsTheSameFileThere() throws Exception {
        TinyCheckpoint.builder().write(model);
        Answer expected = TinyRun.answer(model, null, false);
        try (TinyRun one = new TinyRun(model, cache, false);
                TinyRun two = new TinyRun(model, cache, false)) {
            one.packEncoder();
            two.packEncoder();
            try (TinyRun third = new TinyRun(model, cache, false)) {
                third.packEncoder();
                assertThat(files()).hasSize(3);
            }
            two.packDecoder();
            one.packDecoder();
            assertThat(files()).hasSize(2).allMatch(name -> name.endsWith(".part"));
            one.checkpoint.finishPacking();
            assertThat(files()).filteredOn(name -> name.endsWith(".weights")).hasSize(1);
            two.checkpoint.finishPacking();
            assertThat(one.answer()).isEqualTo(expected);
            assertThat(two.answer()).isEqualTo(expected);
            assertThat(one.checkpoint.warnings()).isEmpty();
            assertThat(two.checkpoint.warnings()).isEmpty();
        }
        byte[] written = onlyFile();
        assertThat(TinyRun.answer(model, cache, false)).isEqualTo(expected);
        assertThat(onlyFile()).isEqualTo(written);
    }

    @Test
    void clearingLeavesOpenModelsAlone() throws Exception {
        TinyCheckpoint.builder().write(model);
        Answer expected = TinyRun.answer(model, cache, false);
        try (TinyRun open = new TinyRun(model, cache, false)) {
            open.packEncoder();
            open.packDecoder();
            open.checkpoint.finishPacking();
            clear();
            assertThat(open.answer()).isEqualTo(expected);
        }
        try (TinyRun building = new TinyRun(model, cache, false)) {
            building.packEncoder();
            clear();
            building.packDecoder();
            building.checkpoint.finishPacking();
            assertThat(building.answer()).isEqualTo(expected);
            assertThat(building.checkpoint.warnings()).singleElement().asString().contains("kept");
        }
        assertThat(files()).isEmpty();
    }

    private void clear() throws IOException {
        for (CacheFolder.Kept kept : new CacheFolder(folder).list()) {
            CacheFolder.delete(kept.file());
        }
    }

    @Test
    void anInterruptAtAnyPointLeavesNothing() throws Exception {
        TinyCheckpoint.builder().write(model);
        for (int point = 0; point < 4; point++) {
            int last = point;
            assertThatThrownBy(() -> openInterruptedAt(last))
                    .as("point " + point)
                    .isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(files()).isEmpty();
        }
        assertThat(TinyRun.answer(model, cache, false))
                .isEqualTo(TinyRun.answer(model, null, false));
    }

    private void openInterruptedAt(int point) throws IOException {
        interruptIf(point == 0);
        try (TinyRun run = new TinyRun(model, cache, false)) {
            interruptIf(point == 1);
            run.packEncoder();
            interruptIf(point == 2);
            run.packDecoder();
            interruptIf(point == 3);
            run.checkpoint.finishPacking();
        }
    }

    private static void interruptIf(boolean now) {
        if (now) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aModelThatChangesWhileItIsOpenedIsNotKept() throws Exception {
        TinyCheckpoint.builder().write(model);
        try (TinyRun run = new TinyRun(model, cache, false)) {
            run.packEncoder();
            run.packDecoder();
            Files.writeString(model.resolve("config.json"), "{}");
            run.checkpoint.finishPacking();
            assertThat(run.checkpoint.warnings())
                    .singleElement()
                    .asString()
                    .contains("the model was changed");
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void aDamagedModelIsReportedAsEver() throws Exception {
        String name = "thinker.model.embed_tokens.weight";
        TinyCheckpoint tiny = TinyCheckpoint.builder().write(model);
        float[] values = tiny.values(name);
        values[49 * tiny.shape(name)[1]] = Float.NaN;
        TinyCheckpoint.builder().with(name, values).write(model);

        assertThatThrownBy(() -> TinyRun.answer(model, cache, false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("in row 49");
        assertThat(files()).isEmpty();
    }
}
