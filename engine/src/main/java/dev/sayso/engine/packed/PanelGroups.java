package dev.sayso.engine.packed;

import dev.sayso.engine.kernel.Packing;
import dev.sayso.engine.kernel.Panels;
import dev.sayso.engine.kernel.Tensor;
import dev.sayso.engine.kernel.Weight;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Packs a weight a group of panels at a time, from the model's files into a small buffer.
///
/// The files are read, not mapped: what is read from a mapping counts as this process's memory,
/// and a model is larger than all the rest.
final class PanelGroups {

    private final Packing packing;
    private final int @Nullable [] order;
    private final List<StoredTensor> tensors;
    private final ModelFiles files;
    private final int rows;
    private final int cols;
    private final int groupRows;

    /// @param groupBytes about how many bytes a group has before it is packed
    PanelGroups(
            Packing packing,
            int @Nullable [] order,
            List<StoredTensor> tensors,
            ModelFiles files,
            int groupBytes) {
        this.packing = packing;
        this.order = order;
        this.tensors = tensors;
        this.files = files;
        rows = StoredTensor.rows(tensors);
        cols = tensors.getFirst().cols();
        long panel = (long) cols * Weight.PANEL * tensors.getFirst().tensor().type().bytes();
        groupRows = (int) Math.max(1, groupBytes / panel) * Weight.PANEL;
    }

    /// Number of groups.
    int count() {
        return (rows + groupRows - 1) / groupRows;
    }

    /// Packs one group.
    ///
    /// @return its bytes; valid until the next call
    ByteBuffer pack(int group) throws IOException {
        int from = group * groupRows;
        int to = Math.min(rows, from + groupRows);
        List<Tensor> parts = new ArrayList<>();
        int first = 0;
        long at = 0;
        MemorySegment source = files.source((long) (to - from) * rowBytes());
        for (StoredTensor tensor : tensors) {
            int begin = Math.max(from, first);
            int end = Math.min(to, first + tensor.rows());
            if (begin < end) {
                long bytes = (end - begin) * rowBytes();
                MemorySegment part = source.asSlice(at, bytes);
                files.read(tensor.file(), tensor.position() + (begin - first) * rowBytes(), part);
                parts.add(
                        new Tensor(
                                tensor.tensor().origin(),
                                tensor.tensor().type(),
                                List.of(end - begin, cols),
                                part));
                at += bytes;
            }
            first += tensor.rows();
        }
        MemorySegment target = files.target(packing.bytes(to - from, cols));
        target.fill((byte) 0);
        Panels.pack(packing, parts, order, target);
        boolean last = to == rows;
        long panels = ((long) to - from + Weight.PANEL - 1) / Weight.PANEL;
        long bytes = last ? target.byteSize() : panels * packing.panelBytes(cols);
        return target.asSlice(0, bytes).asByteBuffer();
    }

    private long rowBytes() {
        return (long) cols * tensors.getFirst().tensor().type().bytes();
    }
}
