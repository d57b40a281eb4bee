package dev.sayso.engine.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayso.engine.StarterModel;
import dev.sayso.engine.checkpoint.Checkpoint;
import dev.sayso.engine.kernel.Kernels;
import dev.sayso.engine.kernel.Matrix;
import dev.sayso.engine.kernel.VectorKernels;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptReaderTest {

    @SuppressWarnings("NullAway.Init")
    private static Kernels kernels;

    @SuppressWarnings("NullAway.Init")
    private static Checkpoint checkpoint;

    @SuppressWarnings("NullAway.Init")
    private static TextDecoder decoder;

    @BeforeAll
    static void open() throws Exception {
        kernels = new VectorKernels(2);
        checkpoint = Checkpoint.open(StarterModel.FOLDER);
        decoder = TextDecoder.of(checkpoint, false, kernels);
    }

    @AfterAll
    static void close() {
        kernels.close();
        checkpoint.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 80, 600, 700})
    void choicesInOnePassAreThoseOfReadingOneByOne(int count) throws Exception {
        Matrix prompt = random(700, 5);
        int[] together = decoder.choices(prompt, count, decoder.newCache());
        KvCache cache = decoder.newCache();
        int[] oneByOne = new int[count];
        for (int i = 0; i < 700; i++) {
            int next = decoder.prefill(rows(prompt, i, i + 1), cache);
            if (i >= 700 - count) {
                oneByOne[i - (700 - count)] = next;
            }
        }
        assertThat(together).isEqualTo(oneByOne);
    }

    @Test
    void laterRowsDoNotReachEarlierChoices() throws Exception {
        Matrix one = random(60, 1);
        Matrix other = rows(one, 0, 60);
        Matrix noise = random(60, 2);
        for (int i = 40; i < 60; i++) {
            other.setRow(i, noise, i);
        }
        int[] choices = decoder.choices(one, 60, decoder.newCache());
        int[] others = decoder.choices(other, 60, decoder.newCache());
        for (int i = 0; i < 40; i++) {
            assertThat(others[i]).isEqualTo(choices[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatIsRememberedChangesNothing(long seed) throws Exception {
        Random random = new Random(seed);
        PromptReader keeping = new PromptReader(decoder, decoder.newCache(), true);
        PromptReader forgetful = new PromptReader(decoder, decoder.newCache(), false);
        Matrix pool = random(200, seed);
        int[] last = {0};
        for (int round = 0; round < 12; round++) {
            int same = random.nextInt(last.length);
            int[] next = new int[same + 1 + random.nextInt(40)];
            for (int i = 0; i < next.length; i++) {
                next[i] = i < same ? last[i] : random.nextInt(200);
            }
            last = next;
            int count = 1 + random.nextInt(Math.min(6, next.length));
            int[] choices = keeping.read(prompt(pool, next), count, 8);
            assertThat(choices)
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(forgetful.read(prompt(pool, next), count, 8));
            int back = random.nextInt(count);
            keeping.forget(back);
            forgetful.forget(back);
            int id = choices[0];
            for (int step = random.nextInt(8); step > 0; step--) {
                int following = keeping.step(id);
                assertThat(following).isEqualTo(forgetful.step(id));
                id = following;
            }
        }
        assertThat(keeping.positionsReused()).isPositive();
        assertThat(keeping.positionsRead() + keeping.positionsReused())
                .isEqualTo(forgetful.positionsRead());
        assertThat(forgetful.positionsReused()).isZero();
    }

    @Test
    void stepsAreRememberedToo() throws Exception {
        PromptReader reader = new PromptReader(decoder, decoder.newCache(), true);
        Matrix prompt = random(10, 3);
        reader.read(prompt, 1, 4);
        reader.step(7);
        reader.step(8);
        Matrix longer = new Matrix(13, prompt.cols());
        for (int i = 0; i < 10; i++) {
            longer.setRow(i, prompt, i);
        }
        decoder.embed(7, longer, 10);
        decoder.embed(8, longer, 11);
        decoder.embed(9, longer, 12);
        int[] choice = reader.read(longer, 1, 4);
        assertThat(reader.positionsRead()).isEqualTo(11);
        assertThat(choice).isEqualTo(decoder.choices(longer, 1, decoder.newCache()));
    }

    @Test
    void anInterruptLeavesItUsable() throws Exception {
        PromptReader reader = new PromptReader(decoder, decoder.newCache(), true);
        Matrix prompt = random(30, 4);
        reader.read(prompt, 1, 4);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> reader.step(3)).isInstanceOf(InterruptedException.class);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> reader.read(prompt, 2, 4))
                .isInstanceOf(InterruptedException.class);
        assertThat(reader.read(prompt, 3, 4))
                .isEqualTo(decoder.choices(prompt, 3, decoder.newCache()));
    }

    private static Matrix random(int rows, long seed) {
        Random random = new Random(seed);
        Matrix matrix = new Matrix(rows, decoder.hiddenSize());
        for (int i = 0; i < matrix.data().length; i++) {
            matrix.data()[i] = (float) random.nextGaussian() * 0.5f;
        }
        return matrix;
    }

    private static Matrix prompt(Matrix pool, int[] places) {
        Matrix prompt = new Matrix(places.length, pool.cols());
        for (int i = 0; i < places.length; i++) {
            prompt.setRow(i, pool, places[i]);
        }
        return prompt;
    }

    private static Matrix rows(Matrix matrix, int from, int to) {
        Matrix rows = new Matrix(to - from, matrix.cols());
        for (int i = from; i < to; i++) {
            rows.setRow(i - from, matrix, i);
        }
        return rows;
    }
}
