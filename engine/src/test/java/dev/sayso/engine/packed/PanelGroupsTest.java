package dev.sayso.engine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.kernel.ElementType;
import dev.sayso.engine.kernel.Packing;
import dev.sayso.engine.kernel.Panels;
import dev.sayso.engine.kernel.Tensor;
import dev.sayso.engine.kernel.Weight;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Packed in groups or as a whole: the same bytes.
class PanelGroupsTest {

    private static final int COLS = 70;
    private static final int[][] HEIGHTS = {{1}, {32}, {33}, {5, 40}, {64, 32, 32}, {31, 1, 100}};

    @TempDir private Path temp;

    @ParameterizedTest
    @EnumSource
    void groupsJoinedAreTheWhole(Packing packing) throws Exception {
        ElementType type = packing == Packing.F32 ? ElementType.F16 : ElementType.BF16;
        for (int[] heights : HEIGHTS) {
            for (int groupBytes : new int[] {1, 9_000, 1 << 20}) {
                compare(packing, type, null, heights, groupBytes);
                compare(packing, type, reversed(), heights, groupBytes);
            }
        }
    }

    private static int[] reversed() {
        int[] order = new int[COLS];
        for (int i = 0; i < COLS; i++) {
            order[i] = COLS - 1 - i;
        }
        return order;
    }

    private void compare(
            Packing packing, ElementType type, int @Nullable [] order, int[] heights, int bytes)
            throws Exception {
        try (Arena arena = Arena.ofConfined();
                ModelFiles files = new ModelFiles()) {
            List<StoredTensor> stored = new ArrayList<>();
            for (int height : heights) {
                stored.add(tensor("t" + stored.size(), type, height, arena));
            }
            List<Tensor> tensors = stored.stream().map(StoredTensor::tensor).toList();
            int rows = StoredTensor.rows(stored);
            MemorySegment into = arena.allocate(packing.bytes(rows, COLS), 64);
            Weight whole = Panels.pack(packing, tensors, order, into);

            PanelGroups groups = new PanelGroups(packing, order, stored, files, bytes);
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            for (int i = 0; i < groups.count(); i++) {
                ByteBuffer group = groups.pack(i);
                byte[] part = new byte[group.remaining()];
                group.get(part);
                joined.writeBytes(part);
            }
            assertThat(joined.toByteArray()).isEqualTo(whole.data().toArray(ValueLayout.JAVA_BYTE));
        }
    }

    private StoredTensor tensor(String name, ElementType type, int rows, Arena arena)
            throws Exception {
        byte[] bytes = new byte[3 + rows * COLS * type.bytes()];
        new Random(rows).nextBytes(bytes);
        for (int i = 4; i < bytes.length; i += 2) {
            // neither infinite nor NaN
            bytes[i] &= (byte) 0xbf;
        }
        Path file = Files.write(temp.resolve(name), bytes);
        MemorySegment data = arena.allocate(bytes.length - 3);
        MemorySegment.copy(bytes, 3, data, ValueLayout.JAVA_BYTE, 0, bytes.length - 3);
        return new StoredTensor(name, new Tensor(name, type, List.of(rows, COLS), data), file, 3);
    }
}
